import {Buffer, isUtf8} from 'node:buffer';
import path from 'node:path';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {Check, CheckContent, SecretValue} from '../checks-file.ts';
import {kindOfCheck} from '../kinds/check-kinds.ts';
import {ChecksFileError, type ChecksFileProblem} from '../spec/checks-file-error.ts';
import {concealing} from '../spec/conceal.ts';
import {fingerprint, wholeFileError} from '../spec/file-text.ts';
import {isThere} from './matching-files.ts';
import type {NamedPlace} from '../spec/read-one-file.ts';

export interface EntrySurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file once and counts it as content that is trusted. @throws ChecksFileError */
  readonly readBytes: (path: string) => Promise<Uint8Array>;
}

export interface PreparedEntry {
  readonly entry: NamedPlace;
  readonly problems: readonly ChecksFileProblem[];
  readonly secretValues: readonly SecretValue[];
}

function digestOf(text: string): string {
  return fingerprint(Buffer.from(text));
}

async function contentOf(
  check: Check,
  {environment, readBytes}: EntrySurroundings,
): Promise<
  string | {readonly content: CheckContent; readonly secretValues: readonly SecretValue[]}
> {
  const {spec, folder} = check;
  const digests: string[] = [];
  const readFile = async (file: string) => {
    const shown = path.relative(folder, file) || file;
    if (!(await isThere(file))) throw wholeFileError(file, `There is no such file: ${shown}.`);
    const bytes = await readBytes(file);
    digests.push(`${fingerprint(bytes)}  ${shown}\n`);
    if (!isUtf8(bytes)) throw wholeFileError(file, `${shown} is not text in UTF-8.`);
    return Buffer.from(bytes).toString();
  };
  const found = await kindOfCheck(check)?.prepare?.(spec, {folder, environment, readFile});
  if (found === undefined) return '';
  if ('problem' in found) return found.problem;
  const {shown, content: text, isMade = false, secretValues = []} = found;
  const conceal = concealing(secretValues);
  return {
    secretValues,
    content: {
      sha256: digestOf(digests.sort().join('')),
      shown: shown
        .trimEnd()
        .split('\n')
        .map((line) => showControls(conceal(line))),
      ...(text === undefined ? {} : {text}),
      ...(isMade && text !== undefined ? {madeSha256: digestOf(text)} : {}),
    },
  };
}

/** Reads what a check runs besides the checks file; what is wrong with it is told at the check. */
export async function prepareEntry(
  entry: NamedPlace,
  surroundings: EntrySurroundings,
): Promise<PreparedEntry> {
  const {check, problemOf} = entry;
  const refused = (message: string): PreparedEntry => ({
    entry: {...entry, check: undefined},
    problems: [problemOf({path: [check?.kind ?? ''], message})],
    secretValues: [],
  });
  if (!check || !kindOfCheck(check)?.prepare) return {entry, problems: [], secretValues: []};
  try {
    const found = await contentOf(check, surroundings);
    if (typeof found === 'string') return refused(found);
    const {content, secretValues} = found;
    return {entry: {...entry, check: {...check, content}}, problems: [], secretValues};
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    return refused(error.problems[0]?.message ?? error.message);
  }
}
