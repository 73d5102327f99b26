import {hash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {nextPlaybook, type NextPlaybook} from '../../handoff/taking-over/next-playbook.ts';
import {differenceFigures, figuresOf} from '../../handoff/taking-over/take-over-words.ts';
import {isSamePlaybook} from '../../playbook/comparing/compare.ts';
import {loadPlaybookFiles} from '../../playbook/joining/load-playbook-files.ts';
import {PlaybookError} from '../../playbook/playbook-error.ts';
import type {Sources} from '../../playbook/position-words.ts';
import {versionOf} from './version-of.ts';

/** How the file of a handoff's playbook is today. */
export type PlaybookSight =
  /** The handoff has no file: it follows the built-in playbook, as it was at the start. */
  | {readonly state: 'none'}
  | {readonly state: 'same'; readonly path: string}
  /** It is not on this machine, or cannot be read. */
  | {readonly state: 'unreadable'; readonly path: string; readonly problem: string}
  | {
      readonly state: 'changed';
      readonly sources: Sources;
      readonly next: NextPlaybook;
      /** What takes it over. */
      readonly change: Extract<Change, {readonly type: 'playbook/taken-over'}>;
    };

/** The files of a handoff's playbook; none for the built-in one. */
export function playbookPaths({playbookFiles, playbookSource}: Handoff): readonly string[] {
  if (playbookFiles.length > 0) return playbookFiles.map((file) => file.path);
  return path.isAbsolute(playbookSource) ? [playbookSource] : [];
}

async function isAsRead({playbookFiles}: Handoff, file: string): Promise<boolean> {
  const known = playbookFiles.find((each) => each.path === file)?.sha256;
  if (known === undefined) return false;
  try {
    return hash('sha256', await readFile(file)) === known;
  } catch {
    // Why it cannot be read is told by whoever reads it as a playbook.
    return false;
  }
}

/**
 * Compares the files of a handoff's playbook with what the handoff has of them. Files that were edited
 * and read the same are told as changed too, with nothing in their difference.
 *
 * @param from another file to follow from now on; the handoff's own, where not given
 */
export async function lookAtPlaybook(handoff: Handoff, from?: string): Promise<PlaybookSight> {
  const [first, ...others] = from === undefined ? playbookPaths(handoff) : [from];
  if (first === undefined) return {state: 'none'};
  const files = [first, ...others] as const;
  const isSameList = from === undefined || isDeepStrictEqual(playbookPaths(handoff), [from]);
  const isRead = await Promise.all(files.map((file) => isAsRead(handoff, file)));
  if (isSameList && isRead.every(Boolean)) return {state: 'same', path: first};
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined)
    return {state: 'unreadable', path: missing, problem: `${missing} is not there.`};
  try {
    const loaded = await loadPlaybookFiles(files);
    const next = nextPlaybook(handoff, loaded.playbook);
    const version = await versionOf(first);
    return {
      state: 'changed',
      sources: files,
      next,
      change: {
        type: 'playbook/taken-over',
        playbook: next.playbook,
        playbookSource: first,
        playbookFiles: loaded.files,
        ...(version === undefined ? {} : {playbookVersion: version}),
      },
    };
  } catch (error) {
    if (!(error instanceof PlaybookError)) throw error;
    return {state: 'unreadable', path: first, problem: error.message};
  }
}

/** `The playbook has changed: 1 new, 1 reworded, 1 gone.` Nothing where there is nothing to say. */
export function sightWords(sight: PlaybookSight): string | undefined {
  if (sight.state === 'unreadable') return `The playbook cannot be looked at: ${sight.problem}`;
  if (sight.state !== 'changed' || isSamePlaybook(sight.next.difference)) return undefined;
  const figures = differenceFigures(figuresOf(sight.next.difference));
  return `The playbook has changed: ${figures === '' ? 'what there is to read in it' : figures}.`;
}
