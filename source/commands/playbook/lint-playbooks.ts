import {countWords} from '../../playbook/count-words.ts';
import {fileLineColumn, sourcesOf} from '../../playbook/position-words.ts';
import {Problem} from '../../problem.ts';
import {PlaybookError} from '../../playbook/playbook-error.ts';
import {readPlaybook} from '../../services/playbooks/read-playbook.ts';
import {storeHome} from '../../store/store-home.ts';
import {print, printJson} from '../print.ts';
import {exitCodes, reportError} from '../report-error.ts';
import {workspaceOf, type PlaybookOptions} from './playbook-options.ts';

/** What is to be said of a playbook: a notice with its place, or why it cannot be read. */
interface Found {
  readonly level: 'error' | 'notice';
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

interface Linted {
  readonly found: readonly Found[];
  /** As it is printed. */
  readonly lines: readonly string[];
  readonly error?: Problem;
}

function errorOf(error: Problem, name: string): Found {
  if (error instanceof PlaybookError) {
    const {file, reason: message, position} = error;
    const at = position ? {line: position.line, column: position.column} : {};
    return {level: 'error', file, ...at, message};
  }
  const message = [error.message, error.hint].filter(Boolean).join(' ');
  return {level: 'error', file: name, message};
}

async function lintOne(home: string, workspace: string, name: string): Promise<Linted> {
  try {
    const read = await readPlaybook(home, workspace, [name]);
    const {asWritten, playbookSource, playbookFiles = []} = read;
    const sources = sourcesOf({playbookSource, playbookFiles});
    const {notices} = asWritten;
    if (notices.length === 0)
      return {found: [], lines: [`${sources.join(', ')}: ${countWords(asWritten)}, no notice.`]};
    return {
      found: notices.map(({message, position}) => {
        const {line, column, file = 0} = position;
        return {level: 'notice', file: sources[file] ?? sources[0], line, column, message};
      }),
      lines: notices.map(
        ({message, position}) => `${fileLineColumn(position, sources)}: ${message}`,
      ),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {found: [errorOf(error, name)], lines: [], error};
  }
}

/**
 * Prints what was not understood in each playbook with its line and column: 0 when there is nothing, 4
 * for notices, 2 when one cannot be read.
 */
export async function lintPlaybooks(
  names: readonly string[],
  options: PlaybookOptions,
): Promise<number> {
  const home = storeHome();
  const workspace = workspaceOf(options);
  const all: Linted[] = [];
  for (const name of names) {
    const linted = await lintOne(home, workspace, name);
    all.push(linted);
    if (options.json) continue;
    for (const line of linted.lines) print(line);
    if (linted.error) await reportError(linted.error);
  }
  const found = all.flatMap((one) => one.found);
  const count = (level: Found['level']) => found.filter((one) => one.level === level).length;
  if (options.json) printJson({errors: count('error'), notices: count('notice'), found});
  if (count('error') > 0) return exitCodes.badInput;
  return count('notice') > 0 ? exitCodes.warnings : exitCodes.good;
}
