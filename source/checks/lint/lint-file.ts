import {isUtf8} from 'node:buffer';
import path from 'node:path';
import type {ChecksFile} from '../checks-file.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {ChecksFileProblem} from '../spec/checks-file-error.ts';
import {decodeText, readFileOnce} from '../spec/file-text.ts';
import {parseYaml} from '../spec/yaml-source.ts';
import {lintChecks, type Doubt} from './lint-checks.ts';
import {createLocate} from './locate.ts';

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

/**
 * What is doubtful in a checks file that was read without a problem, and in what it includes: each
 * with its place, file by file.
 *
 * @throws ChecksFileError when a file cannot be read any more.
 */
export async function lintFile(file: ChecksFile): Promise<LintWarning[]> {
  const doubts = lintChecks(file.checks);
  const places = new Map(file.checks.map(({name, place}) => [name, place]));
  const warnings: LintWarning[] = [];
  for (const [path, shown] of shownNames(file)) {
    const {bytes} = await readFileOnce(path);
    // Plugins are programs, and there is nothing to say of one that is no text.
    if (!isUtf8(bytes)) continue;
    const text = decodeText(shown, bytes);
    const locate = createLocate(text);
    const here = doubts.flatMap(({rule, message, check, key}): LintWarning[] => {
      const place = places.get(check);
      return place?.file === shown
        ? [{rule, check, ...locate(place, key, message), file: shown}]
        : [];
    });
    warnings.push(...[...here, ...(await secretsIn(shown, text))].sort(byPlace));
  }
  return warnings;
}
