import {type ChecksFile} from '../checks-file.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import {decodeText, readFileOnce} from '../spec/file-text.ts';
import {type ChecksFileProblem} from '../spec/checks-file-error.ts';
import {parseYaml} from '../spec/yaml-source.ts';
import {type Doubt, lintChecks} from './lint-checks.ts';

/** A doubt with its place. */
export interface LintWarning extends ChecksFileProblem {
  readonly rule: Doubt['rule'];
  readonly file: string;
  /** Name of the check, where it is about one. */
  readonly check?: string;
}

function byPlace(a: LintWarning, b: LintWarning): number {
  return (
    a.file.localeCompare(b.file) ||
    a.position.line - b.position.line ||
    a.position.column - b.position.column
  );
}

/**
 * What is doubtful in a checks file that was read without a problem, each with its place.
 *
 * @throws ChecksFileError when the file cannot be read any more.
 */
export async function lintFile(file: ChecksFile): Promise<LintWarning[]> {
  const {bytes} = await readFileOnce(file.path);
  const text = decodeText(file.path, bytes);
  const source = parseYaml(text);
  const places = new Map(file.checks.map(({name}, index) => [name, index]));
  const doubts = lintChecks(file.checks).map(({rule, message, check, key}): LintWarning => {
    const path = ['checks', places.get(check) ?? 0, key];
    return {rule, check, file: file.path, ...source.problemOf({path, message, isAtKey: true})};
  });
  const secrets = (await findSecrets(text)).map(({start, kind}): LintWarning => {
    const message = `A secret is written here (${kind}). Put it into the environment and write \${env.NAME}.`;
    // The frame would show it.
    return {rule: 'secret', file: file.path, ...source.problemAt(start, message), frame: ''};
  });
  return [...doubts, ...secrets].sort(byPlace);
}
