import {Option, type Command} from 'commander';
import {showControls} from '../redaction/strip-terminal.ts';
import {hearRemarks} from '../tell-aside.ts';
import {setSwitches} from './switches.ts';

/** What every command takes, before or after its name. */
interface GlobalOptions {
  readonly yes?: boolean;
  readonly input: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly pager: boolean;
}

/** The options of every command, in the order of the help. */
function globalOptions(): readonly Option[] {
  return [
    new Option('-y, --yes', 'answer yes to what would be asked; it trusts no file'),
    new Option('--no-input', 'ask nothing: say what would be asked, and end with 2'),
    new Option('-q, --quiet', 'print answers and errors alone, no remarks'),
    new Option('--verbose', 'say on standard error what is read, written and started').conflicts(
      'quiet',
    ),
    new Option('--no-color', 'print without colours'),
    new Option('--no-pager', 'print long answers as they are'),
  ];
}

/** Declares them: once, for the whole program. */
export function addGlobalOptions(program: Command): Command {
  program.optionsGroup('Global options, before or after a command:');
  for (const option of globalOptions()) program.addOption(option);
  return program;
}

/** Each with what it is, such as `-q, --quiet`. */
export const globalOptionWords: readonly (readonly [flags: string, about: string])[] =
  globalOptions().map(({flags, description}) => [flags, description]);

const flags = new Set(globalOptions().flatMap(({long, short}) => [long, short]));

/** Whether a word is an option of every command. */
export function isGlobalOption(word: string): boolean {
  return flags.has(word);
}

function tell(what: string): void {
  // Since the process began: reading the program itself is a part of it.
  const seconds = (performance.now() / 1000).toFixed(3);
  process.stderr.write(`${seconds} s  ${showControls(what)}\n`);
}

/** Takes what a call says by the options of every command. */
export function takeGlobalOptions(options: GlobalOptions): void {
  const {yes = false, input, quiet = false, verbose = false, color, pager} = options;
  setSwitches({saysYes: yes, hasInput: input, hasColor: color, hasPager: pager});
  hearRemarks({isQuiet: quiet, ...(verbose ? {narrateTo: tell} : {})});
}
