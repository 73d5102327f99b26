import type {Command, Option} from 'commander';

/** What may stand there: what the help calls it, such as `item`, and what it may be where that is fixed. */
export interface Value {
  readonly name: string;
  readonly choices?: readonly string[];
}

/** What is asked for at the last word of a line that somebody is typing. */
export interface Asked {
  /** The last word, which is begun and may be empty. */
  readonly begun: string;
  /** Stands before each answer: the option in `--handoff=ap`. */
  readonly before: string;
  readonly command: Command;
  readonly value?: Value;
  /** Whether options can stand here. */
  readonly isOption: boolean;
  /** Whether subcommands can stand here. */
  readonly isCommand: boolean;
  /** The first of the words before it that belong to no option, behind those of the command. */
  readonly first?: string;
  /** The handoff that the line names. */
  readonly handoff?: string;
}

function optionNamed(command: Command, word: string): Option | undefined {
  return command.options.find(({long, short}) => word === long || word === short);
}

const takesValue = ({required, optional}: Option) => required || optional;

/** Options whose value is one of what is known, and is called otherwise in the help. */
const namedByOption: Readonly<Record<string, string>> = {
  '--only': 'check',
  '--attest': 'check',
  '--deny': 'check',
  '--owner': 'person',
  '--approver': 'person',
  '--by': 'person',
  '--watched-by': 'person',
  '--person': 'person',
};

/** What the value of an option is called: `item` of `--after <item>`. */
function valueOf({flags, long, argChoices}: Option): Value {
  const name =
    namedByOption[long ?? ''] ??
    /[<[](?<name>[^>\]]+?)(?:\.\.\.)?[>\]]/u.exec(flags)?.groups?.['name'] ??
    '';
  return {name, ...(argChoices ? {choices: argChoices} : {})};
}

function argumentAt(command: Command, index: number): Value | undefined {
  const all = command.registeredArguments;
  const last = all.at(-1);
  const found = all[index] ?? (last?.variadic ? last : undefined);
  if (!found) return undefined;
  return {name: found.name(), ...(found.argChoices ? {choices: found.argChoices} : {})};
}

/** Shells cut words at `=`: `--handoff`, `=`, `ap` is one word. */
function joined(words: readonly string[]): string[] {
  const found: string[] = [];
  for (const word of words) {
    const last = found.at(-1);
    const isAfter = last?.startsWith('--') && last.endsWith('=');
    if (last !== undefined && ((word === '=' && last.startsWith('--')) || isAfter))
      found[found.length - 1] = `${last}${word}`;
    else found.push(word);
  }
  return found;
}

/** A word as it is meant: some shells hand over quotes and backslashes as they were typed. */
function unquoted(word: string): string {
  const quote = /^["']/u.exec(word)?.[0];
  if (quote) return word.slice(1).replace(new RegExp(`${quote}$`, 'u'), '');
  return word.replaceAll(/\\(?<letter>.)/gu, '$<letter>');
}

/** Reads a line up to its last word, which is what somebody is typing now. */
export function readWords(program: Command, typed: readonly string[]): Asked {
  const words = joined(typed).map(unquoted);
  const begun = words.pop() ?? '';
  let command = program;
  let handoff: string | undefined;
  let open: Option | undefined;
  let position = 0;
  let first: string | undefined;
  let isOver = false;
  for (const word of words) {
    if (open) {
      if (open.long === '--handoff') handoff = word;
      if (!open.variadic) open = undefined;
      continue;
    }
    if (!isOver && word === '--') isOver = true;
    else if (!isOver && word.startsWith('-')) {
      const [name = '', value] = word.split(/=(?<value>.*)/su);
      const option = optionNamed(command, name);
      if (option?.long === '--handoff' && value !== undefined) handoff = value;
      open = option && takesValue(option) && value === undefined ? option : undefined;
    } else {
      const next = position === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (next) command = next;
      else {
        if (position === 0) first = word;
        position += 1;
      }
    }
  }
  const all = {
    begun,
    before: '',
    command,
    ...(first === undefined ? {} : {first}),
    ...(handoff === undefined ? {} : {handoff}),
  };
  const isValue = {isOption: false, isCommand: false};
  if (open && (open.required || !begun.startsWith('-')))
    return {...all, ...isValue, value: valueOf(open)};
  const [name = '', value] = begun.startsWith('--') ? begun.split(/=(?<value>.*)/su) : [];
  const option = value === undefined ? undefined : optionNamed(command, name);
  if (option && value !== undefined)
    return {...all, ...isValue, begun: value, before: `${name}=`, value: valueOf(option)};
  const argument = argumentAt(command, position);
  return {
    ...all,
    isOption: !isOver && begun.startsWith('-'),
    isCommand: position === 0,
    ...(argument && !begun.startsWith('-') ? {value: argument} : {}),
  };
}
