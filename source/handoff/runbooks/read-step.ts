import {isShell, readCommands} from './read-commands.ts';
import {expectedLines, patternProblem} from './read-pattern.ts';
import {readTarget} from './read-target.ts';
import type {StepPart, WrittenStep} from './split-steps.ts';
import type {RunbookStep, StepBranch, StepsProblem} from './runbook-step.ts';

/** A line that says what it is, such as `See:` or `If not:`. */
interface Said {
  readonly kind: 'see' | 'caution' | 'next' | 'branch' | 'change';
  /** For a branch what is seen then; empty for all else. */
  readonly when: string;
  readonly rest: string;
}

const unsaid = {
  caution: 'Say what to be careful of.',
  next: 'Say where it goes then: a step, or the end.',
  branch: 'Say where it goes: a step, a runbook, or whom to call.',
} as const;

/** The words that begin such a line, by what they make of it. */
const words: readonly (readonly [RegExp, Said['kind']])[] = [
  [/^(?:see|expect(?:ed)?(?: output)?)$/iu, 'see'],
  [/^(?:caution|warning|danger)$/iu, 'caution'],
  [/^(?:then|if so)$/iu, 'next'],
  [/^changes?$/iu, 'change'],
  [/^(?:if not|otherwise|else)$/iu, 'branch'],
  [/^if ./iu, 'branch'],
];
const labelled = /^(?<word>[a-z][^:`]{1,80}):(?: +(?<rest>.*))?$/iu;

/** Without the sign of a list or of a quotation, and without bold or slanted letters round its first word. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:(?:[-*+]|>) +)+/u, '')
    .replace(/^(\*\*|__|[*_])([^*_:]+)(:?)\1(:?)/u, '$2$3$4')
    .trim();
}

function saidIn(text: string): Said | undefined {
  const {word = '', rest = ''} = labelled.exec(bare(text))?.groups ?? {};
  const kind = words.find(([expression]) => expression.test(word))?.[1];
  if (kind === undefined) return undefined;
  const isPlain = kind !== 'branch' || /^(?:if not|otherwise|else)$/iu.test(word);
  return {kind, when: isPlain ? '' : word.slice(3), rest: rest.trim()};
}

/** A text that is wholly one piece of code, without its signs. */
function withoutCodeSigns(text: string): string {
  return /^`([^`]+)`$/u.exec(text)?.[1] ?? text;
}

const alert = /^\s*>\s*\[!(?:caution|warning|danger|important)\]\s*(?<rest>.*)$/iu;

/** What a step is made of while its lines are read. */
class StepReader {
  readonly problems: StepsProblem[] = [];
  readonly #text: string[] = [];
  readonly #cautions: string[] = [];
  readonly #commands: string[] = [];
  readonly #expected: string[] = [];
  readonly #branches: StepBranch[] = [];
  #next: RunbookStep['next'];
  #isChanging = false;
  #change = '';
  /** The `See:` below which its lines still come, and where it stands. */
  #seeing: number | undefined;
  #isInAlert = false;

  #problem(line: number, message: string): void {
    this.problems.push({line, message});
  }

  #expect(text: string, line: number): void {
    this.#expected.push(text);
    for (const each of expectedLines(text)) {
      const problem = patternProblem(each);
      if (problem !== undefined) this.#problem(line, problem);
    }
  }

  #run(commands: readonly string[], line: number): void {
    if (this.#expected.length > 0)
      this.#problem(
        line,
        'This command comes after what the step shows: make it a step of its own.',
      );
    this.#commands.push(...commands);
  }

  #say({kind, when, rest}: Said, line: number): void {
    if (rest === '' && kind !== 'see' && kind !== 'change')
      return this.#problem(line, unsaid[kind]);
    switch (kind) {
      case 'see':
        if (rest === '') this.#seeing = line;
        else this.#expect(withoutCodeSigns(rest), line);
        return;
      case 'caution':
        this.#cautions.push(rest);
        return;
      case 'next':
        this.#next = {text: rest, to: readTarget(rest)};
        return;
      case 'branch':
        this.#branches.push({when, text: rest, to: readTarget(rest)});
        return;
      case 'change':
        this.#isChanging = !/^(?:no|none|nothing)\b/iu.test(rest);
        this.#change = this.#isChanging && !/^yes\.?$/iu.test(rest) ? rest : '';
    }
  }

  /** Whether a line still belongs to the `See:` above it, which has no text of its own. */
  #isSeen(text: string, line: number): boolean {
    if (this.#seeing === undefined) return false;
    const isBlank = text.trim() === '';
    if (isBlank && this.#seeing + 1 === line) {
      this.#seeing = line;
      return true;
    }
    if (isBlank || saidIn(text) || /^\s*\$ /u.test(text)) {
      this.#endSeeing();
      return false;
    }
    this.#expect(withoutCodeSigns(text.trim().replace(/^[-*+] +/u, '')), line);
    return true;
  }

  #endSeeing(): void {
    if (this.#seeing !== undefined && this.#expected.length === 0)
      this.#problem(this.#seeing, 'Say what is to be seen.');
    this.#seeing = undefined;
  }

  #readLine(text: string, line: number): void {
    const alerted = alert.exec(text)?.groups?.['rest'];
    if (alerted !== undefined) {
      this.#isInAlert = true;
      if (alerted !== '') this.#cautions.push(alerted);
      return;
    }
    if (this.#isInAlert && /^\s*>/u.test(text)) {
      this.#cautions.push(text.replace(/^\s*>\s*/u, ''));
      return;
    }
    this.#isInAlert = false;
    if (this.#isSeen(text, line)) return;
    const command = /^\s*(?:[-*+] +)?\$ (?<command>.+)$/u.exec(text)?.groups?.['command'];
    const said = saidIn(text);
    if (command !== undefined) this.#run([command.trim()], line);
    else if (said) this.#say(said, line);
    else this.#text.push(text);
  }

  read(part: StepPart): void {
    if (part.kind === 'line') return this.#readLine(part.text, part.line);
    const {line, language, rows} = part;
    if (this.#seeing !== undefined) {
      for (const [at, row] of rows.entries())
        if (row.trim()) this.#expect(row.trim(), line + at + 1);
      return this.#endSeeing();
    }
    if (!isShell(language)) {
      this.#text.push(`\`\`\`${language}`, ...rows, '```');
      return;
    }
    const {commands, problems} = readCommands(rows, line);
    this.problems.push(...problems);
    this.#run(commands, line);
  }

  /** The first line: a name, the command itself, or what it changes. */
  readTitle(title: string, line: number): string {
    const plain = title.replace(/^\*\*(.+)\*\*$/u, '$1').replace(/:$/u, '');
    const command = /^\$ (.+)$/u.exec(plain)?.[1] ?? /^`([^`]+)`$/u.exec(plain)?.[1];
    if (command !== undefined) {
      this.#run([command], line);
      return command;
    }
    const changing = /^change: +(?<rest>.+)$/iu.exec(plain)?.groups?.['rest'];
    if (changing !== undefined) this.#isChanging = true;
    return changing === undefined
      ? plain
      : `${changing.charAt(0).toUpperCase()}${changing.slice(1)}`;
  }

  result(): Omit<RunbookStep, 'number' | 'title' | 'line'> {
    this.#endSeeing();
    const rows = this.#text.filter((row) => row.trim() !== '');
    const indent = Math.min(...rows.map((row) => row.search(/\S/u)));
    const text = this.#text.map((row) => row.slice(Math.min(indent, row.length))).join('\n');
    return {
      text: text.replaceAll(/\n{3,}/gu, '\n\n').trim(),
      cautions: this.#cautions,
      commands: this.#commands.join('\n').trim(),
      expected: this.#expected.join('\n').trim(),
      isChanging: this.#isChanging,
      change: this.#change,
      branches: this.#branches,
      ...(this.#next ? {next: this.#next} : {}),
    };
  }
}

/** Reads one step; its number is its place in the list. */
export function readStep(
  {line, title, parts}: WrittenStep,
  number: number,
): {readonly step: RunbookStep; readonly problems: readonly StepsProblem[]} {
  const reader = new StepReader();
  const name = reader.readTitle(title, line);
  for (const part of parts) reader.read(part);
  const read = reader.result();
  const problems =
    name === '' ? [{line, message: `Step ${number} says nothing: give it a title.`}] : [];
  return {step: {number, title: name, line, ...read}, problems: [...problems, ...reader.problems]};
}
