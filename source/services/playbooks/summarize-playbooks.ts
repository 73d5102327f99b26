import {countWords} from '../../playbook/count-words.ts';
import {countsOf} from '../../playbook/counts.ts';
import {loadPlaybookFiles} from '../../playbook/joining/load-playbook-files.ts';
import {PlaybookError} from '../../playbook/playbook-error.ts';
import {Problem} from '../../problem.ts';
import {oneLine} from '../one-line.ts';
import type {FoundPlaybook} from './found-playbook.ts';

/** A playbook as it is offered: what it is called and how much there is in it, or why it cannot be read. */
export interface PlaybookSummary {
  readonly playbook: FoundPlaybook;
  readonly title?: string;
  readonly items?: number;
  readonly phases?: number;
  readonly notices?: number;
  /** The figures in words. */
  readonly words?: string;
  readonly problem?: string;
}

/** Files are read until there are so many playbooks; the others of a folder are only counted. */
export const mostSummaries = 200;

async function summarize(playbook: FoundPlaybook): Promise<PlaybookSummary> {
  try {
    const {asWritten: read} = await loadPlaybookFiles(playbook.files);
    const {items, phases} = countsOf(read);
    const title = oneLine(read.title);
    const words = countWords(read);
    return {playbook, title, items, phases, notices: read.notices.length, words};
  } catch (error) {
    if (error instanceof PlaybookError) return {playbook, problem: error.reason};
    if (error instanceof Problem) return {playbook, problem: error.message};
    throw error;
  }
}

/** What is in each playbook, at most {@link mostSummaries}; a broken one is told and keeps none from being read. */
export async function summarizePlaybooks(
  playbooks: readonly FoundPlaybook[],
): Promise<readonly PlaybookSummary[]> {
  const summaries = [];
  for (const playbook of playbooks.slice(0, mostSummaries))
    summaries.push(await summarize(playbook));
  return summaries;
}
