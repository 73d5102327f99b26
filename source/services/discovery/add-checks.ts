import {existsSync, realpathSync, statSync} from 'node:fs';
import {readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {writeFiles} from '../../documents/write-files.ts';
import type {FoundDraft} from '../../handoff/drafts/found-draft.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {Problem} from '../../problem.ts';
import {checksPath} from '../checks/checks-path.ts';
import {readChecks} from '../checks/read-checks.ts';
import {trustChecks} from '../checks/trust-checks.ts';
import type {AddedChecks} from './added-checks.ts';
import {newChecksText, withChecks} from './checks-text.ts';
import {onlyLooks} from './only-looks.ts';

function nameOf({fields}: FoundDraft): string {
  const {name} = fields;
  return typeof name === 'string' ? name : '';
}

async function replace(file: string, text: string | undefined, mode = 0o644): Promise<void> {
  if (text === undefined) return rm(file, {force: true});
  const contents = new Map([[path.basename(file), text]]);
  await writeFiles(path.dirname(file), contents, {mode: mode & 0o7777});
  return undefined;
}

/**
 * Adds checks that were found to the checks file of the workspace, or makes it. What stood in it stays byte
 * by byte. Taking checks that only look is the trust in them, where the rest of the file was trusted.
 *
 * @param isSeen whether a person was shown what each does, and agreed
 *
 * @throws {Problem} where the file has mistakes or cannot be added to; then it is as it was.
 */
export async function addChecks(
  home: string,
  handoff: Handoff,
  checks: readonly FoundDraft[],
  {isSeen}: {readonly isSeen: boolean},
): Promise<AddedChecks> {
  const before = await readChecks(home, handoff);
  if (before.state === 'broken')
    throw new Problem(
      `${before.path} has mistakes, so no check is added to it.`,
      '"handoff-wizard check" tells them.',
    );
  const known = before.state === 'missing' ? [] : before.file.checks.map(({name}) => name);
  const added = checks.filter((check) => !known.includes(nameOf(check)));
  const named = checksPath(handoff.workspace);
  if (added.length === 0) return {path: named, names: []};
  const file = existsSync(named) ? realpathSync(named) : named;
  const text = before.state === 'missing' ? undefined : await readFile(file, 'utf8');
  const mode = text === undefined ? undefined : statSync(file).mode;
  const next = text === undefined ? newChecksText(handoff.system, added) : withChecks(text, added);
  await replace(file, next, mode);
  const after = await readChecks(home, handoff);
  const wanted = [...known, ...added.map(nameOf)].toSorted();
  const isWhole =
    'file' in after &&
    after.file.checks
      .map(({name}) => name)
      .toSorted()
      .join('\n') === wanted.join('\n');
  if (!isWhole) {
    await replace(file, text, mode);
    throw new Problem(
      `${named} could not be added to; it is as it was.`,
      'Add the checks by hand: "handoff-wizard discover --json" has them.',
    );
  }
  const names = added.map(nameOf);
  const isTrusted = isSeen && before.state !== 'untrusted' && added.every(onlyLooks);
  if (!isTrusted) return {path: named, names};
  await trustChecks(home, after.file);
  return {path: named, names, trusted: after.file};
}
