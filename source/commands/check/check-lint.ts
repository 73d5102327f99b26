import {lintFile, type LintWarning} from '../../checks/lint/lint-file.ts';
import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import {storeHome} from '../../store/store-home.ts';
import {print, printJson} from '../print.ts';
import {paragraph} from './doubt-paragraph.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {openChecks, provableIn} from './open-checks.ts';
import {exitCodes} from '../report-error.ts';

export interface LintOptions extends ChecksFileOptions {
  readonly json?: boolean;
}

/** So many checks may lack the same thing before it is told once for all of them. */
const fewChecks = 3;

/** What lacks a fix is told last and, where many do, in one paragraph, so that it hides nothing. */
function paragraphs(warnings: readonly LintWarning[]): string[] {
  const withoutFix = warnings.filter(({rule}) => rule === 'no-fix');
  const others = warnings.filter(({rule}) => rule !== 'no-fix');
  if (withoutFix.length <= fewChecks) return warnings.map(paragraph);
  const names = withoutFix.map(({check = ''}) => check).join(', ');
  return [
    ...others.map(paragraph),
    `${withoutFix.length} required checks do not say under "fix" what to do when they fail: ${names}.`,
  ];
}

function printErrors(error: ChecksFileError): number {
  const found = error.problems.map((problem) => ({level: 'error', file: error.file, ...problem}));
  printJson({errors: found.length, warnings: 0, found});
  return exitCodes.badInput;
}

/**
 * Prints what is wrong or doubtful in a checks file and runs nothing: 0 when there is nothing, 4 for
 * doubts alone, 2 when the file cannot be run.
 */
export async function checkLint(options: LintOptions): Promise<number> {
  const home = storeHome();
  try {
    const file = await openChecks(home, options, 'reads');
    const warnings = await lintFile(file, await provableIn(home, options));
    if (options.json) {
      const found = warnings.map((warning) => ({level: 'warning', ...warning}));
      printJson({errors: 0, warnings: found.length, found});
    } else if (warnings.length === 0) {
      const count = file.checks.length === 1 ? '1 check' : `${file.checks.length} checks`;
      print(`${file.path}: ${count}, nothing to say.`);
    } else print(paragraphs(warnings).join('\n\n'));
    return warnings.length === 0 ? exitCodes.good : exitCodes.warnings;
  } catch (error) {
    if (options.json && error instanceof ChecksFileError) return printErrors(error);
    throw error;
  }
}
