import {isUtf8} from 'node:buffer';
import path from 'node:path';
import type {ChecksFile, Place} from '../checks-file.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {ChecksFileProblem} from '../spec/checks-file-error.ts';
import {decodeText, readFileOnce} from '../spec/file-text.ts';
import {parseYaml} from '../spec/yaml-source.ts';
import {lintChecks, type Doubt} from './lint-checks.ts';
import {createLocate} from './locate.ts';
import {unknownProofs, type ProvableItems} from './unknown-proofs.ts';

/** A doubt with its place. */
export interface LintWarning extends ChecksFileProblem {
  readonly rule: Doubt['rule'];
  readonly file: string;
  /** Name of the check, where it is about one. */
  readonly check?: string;
}

function byPlace(a: LintWarning, b: LintWarning): number {
  return a.position.line - b.position.line || a.position.column - b.position.column;
}

async function secretsIn(file: string, text: string): Promise<LintWarning[]> {
  const source = parseYaml(text);
  return (await findSecrets(text)).map(({start, kind}) => {
    const message = `A secret is written here (${kind}). Put it into the environment and write \${env.NAME}.`;
    // The line itself would show it.
    return {rule: 'secret', file, ...source.problemAt(start, message), frame: ''};
  });
}

/** How each file is named to a person: as in the places of its checks, else by its path. */
function shownNames({path: file, files, checks}: ChecksFile): Map<string, string> {
  const names = [file, ...checks.map(({place}) => place.file)];
  const shown = new Map(names.map((name) => [path.resolve(name), name]));
  return new Map(files.map((file) => [file.path, shown.get(file.path) ?? file.path]));
}

/** The doubts about the checks of one file, each at its place. */
function placed(
  doubts: readonly Doubt[],
  {shown, text}: {readonly shown: string; readonly text: string},
  places: ReadonlyMap<string, Place>,
): LintWarning[] {
  const locate = createLocate(text);
  return doubts.flatMap(({rule, message, check, key, suggestion}): LintWarning[] => {
    const place = places.get(check);
    if (place?.file !== shown) return [];
    const hint = suggestion === undefined ? {} : {suggestion};
    return [{rule, check, ...locate(place, key, message), ...hint, file: shown}];
  });
}

function placesIn({checks}: ChecksFile): ReadonlyMap<string, Place> {
  return new Map(checks.map(({name, place}) => [name, place]));
}

/**
 * The checks that are to prove what the playbook does not have, each with its place.
 *
 * @throws ChecksFileError when a file cannot be read any more.
 */
export async function findUnknownProofs(
  file: ChecksFile,
  items: ProvableItems,
): Promise<LintWarning[]> {
  const doubts = unknownProofs(file.checks, items);
  const places = placesIn(file);
  const concerned = new Set(doubts.map(({check}) => places.get(check)?.file));
  const warnings: LintWarning[] = [];
  for (const [path, shown] of shownNames(file)) {
    if (!concerned.has(shown)) continue;
    const text = decodeText(shown, (await readFileOnce(path)).bytes);
    warnings.push(...placed(doubts, {shown, text}, places));
  }
  return warnings;
}

/**
 * What is doubtful in a checks file that was read without a problem, and in what it includes: each
 * with its place, file by file. Without `items` nothing is said of what the checks prove.
 *
 * @throws ChecksFileError when a file cannot be read any more.
 */
export async function lintFile(file: ChecksFile, items?: ProvableItems): Promise<LintWarning[]> {
  const doubts = [...lintChecks(file.checks), ...(items ? unknownProofs(file.checks, items) : [])];
  const places = placesIn(file);
  const warnings: LintWarning[] = [];
  for (const [path, shown] of shownNames(file)) {
    const {bytes} = await readFileOnce(path);
    // Plugins are programs, and there is nothing to say of one that is no text.
    if (!isUtf8(bytes)) continue;
    const text = decodeText(shown, bytes);
    const here = placed(doubts, {shown, text}, places);
    warnings.push(...[...here, ...(await secretsIn(shown, text))].sort(byPlace));
  }
  return warnings;
}
