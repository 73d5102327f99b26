import {notAskedIn} from '../../handoff/items/asked.ts';
import {countsOf} from '../../playbook/counts.ts';
import {countWords} from '../../playbook/count-words.ts';
import type {SystemSize} from '../../playbook/playbook.ts';
import {Problem} from '../../problem.ts';
import {oneLine} from '../one-line.ts';
import {readWorkspace} from '../read-workspace.ts';
import {findPlaybooks} from './find-playbooks.ts';
import {referenceOf} from './found-playbook.ts';
import {readPlaybook} from './read-playbook.ts';
import {summarizePlaybooks} from './summarize-playbooks.ts';

/** A playbook that is offered: what is typed to have it, and what it is. */
export interface PlaybookOffer {
  readonly value: string;
  readonly detail: string;
}

/** What a new handoff would follow, or why it cannot. */
export interface PlaybookPreview {
  /** How much there is in it. */
  readonly words: string;
  /** Why it is this one, where nobody has named one. */
  readonly because?: string;
  /** Entries that are ticked in the file. */
  readonly ticked: number;
  /** How many of its entries a system of each size is not asked for. */
  readonly notAsked: Readonly<Record<SystemSize, number>>;
  readonly problem?: string;
}

/** Wraps what is asked about a workspace, which may be none yet. */
async function inWorkspace<T>(
  text: string,
  ask: (workspace: string) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask(readWorkspace(text));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** The playbooks that somebody can choose for a handoff of a workspace, the nearest first. */
export async function offerPlaybooks(
  home: string,
  workspace: string,
): Promise<readonly PlaybookOffer[]> {
  const found = await inWorkspace(workspace, (folder) => findPlaybooks(home, folder));
  if (!found) return [];
  const summaries = await summarizePlaybooks(found.playbooks);
  return summaries.map(({playbook, title = '', words, problem}) => ({
    value: referenceOf(playbook, found.playbooks),
    detail: oneLine(
      words === undefined
        ? `${playbook.place} · cannot be read: ${problem ?? ''}`
        : `${playbook.place} · ${title} · ${words}`,
    ),
  }));
}

/** What a handoff of a workspace would follow by what was typed. */
export async function previewPlaybook(
  home: string,
  workspace: string,
  text: string,
): Promise<PlaybookPreview> {
  const nothing = {words: '', ticked: 0, notAsked: notAskedIn({phases: []})};
  const look = async (folder: string): Promise<PlaybookPreview> => {
    try {
      const {playbook, asWritten, because} = await readPlaybook(home, folder, [text]);
      return {
        words: countWords(asWritten),
        ticked: countsOf(asWritten).ticked,
        notAsked: notAskedIn(playbook),
        ...(because === undefined ? {} : {because}),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return {...nothing, problem: [error.message, error.hint].filter(Boolean).join(' ')};
    }
  };
  return (await inWorkspace(workspace, look)) ?? nothing;
}
