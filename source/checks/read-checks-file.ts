import {Buffer} from 'node:buffer';
import path from 'node:path';
import type {Check, ChecksFile, ContentFile} from './checks-file.ts';
import {readTree} from './include/read-tree.ts';
import {ChecksFileError, type ChecksFileProblem} from './spec/checks-file-error.ts';
import {withScripts} from './named-scripts.ts';
import {duplicateNames} from './spec/duplicate-names.ts';
import {fingerprint} from './spec/file-text.ts';
import {linkProblems} from './spec/links.ts';
import {systems} from './spec/read-condition.ts';

export {concealing} from './spec/conceal.ts';

export interface ReadOptions {
  /** Variables from outside; they win over the `vars` of every file. */
  readonly vars?: Readonly<Record<string, string>> | undefined;
  /** Where `${env.NAME}` and `when: {env: NAME}` look. Default: the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/** In the order of the files' reading, the checks file itself first, and in each by place. */
function inOrder(
  problems: readonly ChecksFileProblem[],
  files: readonly ContentFile[],
): ChecksFileProblem[] {
  const orderOf = ({file}: ChecksFileProblem) =>
    file === undefined ? -1 : files.findIndex(({path: place}) => place === path.resolve(file));
  return problems.toSorted(
    (a, b) =>
      orderOf(a) - orderOf(b) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column,
  );
}

/** One fingerprint of all files: of their own fingerprints and names, so that nothing can change unseen. */
function fingerprintOf(files: readonly ContentFile[], folder: string): string {
  const [first, ...others] = files;
  if (first && others.length === 0) return first.sha256;
  const lines = files.map(({path: file, sha256}) => `${sha256}  ${path.relative(folder, file)}\n`);
  return fingerprint(Buffer.from(lines.join('')));
}

/**
 * What is trusted goes beyond the files where something was made from them on this machine, or a
 * command names a script.
 */
function trustedFingerprint(sha256: string, checks: readonly Check[], folder: string): string {
  const scripts = checks.flatMap((check) => check.scripts ?? []);
  const made = [
    ...checks.flatMap(({content}) => content?.madeSha256 ?? []),
    ...scripts.map((script) => `${script.sha256}  ${path.relative(folder, script.path)}`),
  ];
  return made.length === 0 ? sha256 : fingerprint(Buffer.from([sha256, ...made].join('\n')));
}

/**
 * Reads and understands a checks file (`handoff.yaml`) with all it includes as a whole: either
 * everything in it can be run, or nothing. Each file is read once; `sha256` is of the bytes that were
 * parsed. Relative paths start at the file they are written in.
 * @throws ChecksFileError with every problem of every file, each with its place.
 */
export async function readChecksFile(file: string, options: ReadOptions = {}): Promise<ChecksFile> {
  const {vars = {}, environment = process.env} = options;
  const machine = systems[process.platform] ?? process.platform;
  const tree = await readTree(file, {vars, environment, system: machine});
  const {system, files, entries, waivers, secretValues} = tree;
  const problems = [
    ...tree.problems,
    ...duplicateNames(entries),
    ...linkProblems(entries, waivers),
  ];
  if (problems.length > 0) throw new ChecksFileError(file, inOrder(problems, files));
  const folder = path.dirname(path.resolve(file));
  const sha256 = fingerprintOf(files, folder);
  const read = entries.flatMap(({check}) => (check ? [check] : []));
  const checks = await withScripts(read, folder);
  return {
    path: file,
    folder,
    sha256,
    trustedSha256: trustedFingerprint(sha256, checks, folder),
    files,
    ...(system === undefined ? {} : {system}),
    checks,
    waivers: waivers.map(({value}) => value),
    secretValues,
  };
}
