import {ChecksFileError} from '../../source/checks/spec/checks-file-error.ts';
import type {ChecksFolder} from './checks-folder.ts';

/** What is wrong with a check, given the lines below its name (line 3 and on, from column 5). */
export async function problemsOf(folder: ChecksFolder, ...lines: readonly string[]) {
  const yaml = ['checks:', '  - name: a', ...lines.map((line) => `    ${line}`)].join('\n');
  try {
    await folder.read(yaml);
  } catch (error) {
    if (error instanceof ChecksFileError)
      return error.problems.map(({position: {line, column}, message, suggestion}) =>
        [`${line}:${column}`, message, ...(suggestion === undefined ? [] : [suggestion])].join(
          ' | ',
        ),
      );
    throw error;
  }
  throw new Error('The file was read without a problem.');
}

/** What a person sees who decides whether to trust a check. */
export async function actionOf(folder: ChecksFolder, ...lines: readonly string[]) {
  const yaml = ['checks:', '  - name: a', ...lines.map((line) => `    ${line}`)].join('\n');
  const {checks} = await folder.read(yaml);
  return checks.map(({target, action}) => `${target} | ${action}`).join('\n');
}
