import {hash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {nextPlaybook} from '../../handoff/taking-over/next-playbook.ts';
import {PlaybookError} from '../../playbook/playbook-error.ts';
import type {PlaybookSight} from './playbook-sight.ts';
import {versionOf} from './version-of.ts';

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
    // Most files are as they were, and need nobody who reads Markdown.
    const {loadPlaybookFiles} = await import('../../playbook/joining/load-playbook-files.ts');
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
