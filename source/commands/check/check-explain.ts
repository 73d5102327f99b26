import {existsSync} from 'node:fs';
import type {ChecksFile, Check} from '../../checks/checks-file.ts';
import {explainCheck, type Explanation} from '../../checks/explain/explain-check.ts';
import {kinds} from '../../checks/kinds/check-kinds.ts';
import type {Kind} from '../../checks/kinds/kind.ts';
import {kindReference} from '../../checks/reference/kind-reference.ts';
import {referenceText} from '../../checks/reference/reference-text.ts';
import {UnknownCheckError} from '../../checks/run.ts';
import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import {checksPath} from '../../services/checks/checks-path.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {storeHome} from '../../store/store-home.ts';
import {padCells, widest} from '../aligned-rows.ts';
import {print, printJson} from '../print.ts';
import {openChecks} from './open-checks.ts';

export interface ExplainOptions extends ChecksFileOptions {
  readonly json?: boolean;
}

/** The check of that name, or the only one whose name holds the text. */
function checkNamed({checks}: ChecksFile, name: string): Check {
  const exact = checks.find((check) => check.name === name);
  const partial = checks.filter((check) => check.name.toLowerCase().includes(name.toLowerCase()));
  const found = exact ?? (partial.length === 1 ? partial[0] : undefined);
  if (!found)
    throw new UnknownCheckError(
      name,
      checks.map((check) => check.name),
    );
  return found;
}

function format(explanation: Explanation): string {
  const width = widest(explanation.map(([label]) => label));
  return explanation
    .flatMap(([label, lines]) =>
      lines.map((line, index) => `${padCells(index === 0 ? label : '', width)}  ${line}`),
    )
    .join('\n');
}

/** Whether a file that is named or lies here has a check that is called like a kind. */
async function isOwnName(name: string, options: ExplainOptions): Promise<boolean> {
  const {file, handoff} = options;
  if (file === undefined && handoff === undefined && !existsSync(checksPath('.'))) return false;
  try {
    const {checks} = await openChecks(storeHome(), options, 'reads');
    return checks.some((check) => check.name === name);
  } catch (error) {
    // Whoever asks about a kind may be about to mend the file.
    if (error instanceof ChecksFileError) return false;
    throw error;
  }
}

/** As on the page of all checks. */
function explainKind(kind: Kind, {json}: ExplainOptions): void {
  const reference = kindReference(kind);
  if (json) printJson(reference);
  else print(referenceText(reference, Math.min(process.stdout.columns || 80, 100)));
}

async function explainOwn(name: string, options: ExplainOptions): Promise<void> {
  const file = await openChecks(storeHome(), options, 'reads');
  const explanation = explainCheck(checkNamed(file, name), file);
  if (options.json)
    printJson(
      Object.fromEntries(
        explanation.map(([label, lines]) => [label, lines.length === 1 ? lines[0] : lines]),
      ),
    );
  else print(format(explanation));
}

/**
 * Prints exactly what a check would do, or what a kind of checks is, and runs nothing. A check of the
 * file here that is called like a kind goes first.
 */
export async function checkExplain(name: string, options: ExplainOptions): Promise<number> {
  const kind = kinds.get(name);
  if (kind && !(await isOwnName(name, options))) explainKind(kind, options);
  else await explainOwn(name, options);
  return 0;
}
