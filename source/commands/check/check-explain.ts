import type {ChecksFile, Check} from '../../checks/checks-file.ts';
import {explainCheck, type Explanation} from '../../checks/explain/explain-check.ts';
import {UnknownCheckError} from '../../checks/run.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {storeHome} from '../../store/store-home.ts';
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
  const width = Math.max(...explanation.map(([label]) => label.length));
  return explanation
    .flatMap(([label, lines]) =>
      lines.map((line, index) => `${(index === 0 ? label : '').padEnd(width)}  ${line}`),
    )
    .join('\n');
}

/** Prints exactly what a check would do, and runs nothing. */
export async function checkExplain(name: string, options: ExplainOptions): Promise<number> {
  const home = storeHome();
  const file = await openChecks(home, options, 'reads');
  const explanation = explainCheck(checkNamed(file, name), file);
  if (options.json)
    printJson(
      Object.fromEntries(
        explanation.map(([label, lines]) => [label, lines.length === 1 ? lines[0] : lines]),
      ),
    );
  else print(format(explanation));
  return 0;
}
