import {
  fillIn,
  placeholdersIn,
  type Placeholder,
} from '../../playbook/runnable/command-placeholders.ts';
import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';

/** Several commands as the one script that runs: a folder that one goes to is the next one's too. */
export function scriptOf(commands: readonly ItemCommand[]): string {
  return commands.map(({text}) => text).join('\n');
}

/** Whether a text is these parts in their order, with something in each gap between them. */
function hasParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from + 1);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length > from && text.endsWith(last);
}

const linesOf = (text: string) => text.split('\n').length;

/**
 * Whether what ran is a script with nothing but its placeholders filled, each within its line. Where a
 * secret was left out of it, what stood around that may be gone with it.
 */
export function isFilledFrom(script: string, ran: string): boolean {
  if (ran.includes('[redacted: ')) return true;
  const gaps = placeholdersIn(script, () => false);
  const parts = [...gaps, undefined].map((gap, at) =>
    script.slice(gaps[at - 1]?.end ?? 0, gap?.start),
  );
  return ran === script || (linesOf(ran) === linesOf(script) && hasParts(ran, parts));
}

/** The first blank that nobody has filled in what ran. */
export function blankLeft(ran: string): Placeholder | undefined {
  return placeholdersIn(ran, () => true).find(({kind}) => kind === 'blank');
}

/** The values that a person gave, by the name of what they fill. */
export type Filling = ReadonlyMap<string, string>;

/** A script as it runs, and as it is kept: there, what is secret is told by its name alone. */
export interface FilledScript {
  readonly runs: string;
  readonly kept: string;
  /** What is to be left out of the output as well. */
  readonly secretValues: readonly string[];
  readonly unfilled: readonly Placeholder[];
}

/**
 * @param isSet whether the environment of the command has a variable
 * @param isSecret whether a name says that what it stands for is a secret
 */
export function fillScript(
  script: string,
  values: Filling,
  {
    isSet,
    isSecret,
  }: {readonly isSet: (name: string) => boolean; readonly isSecret: (name: string) => boolean},
): FilledScript {
  const gaps = placeholdersIn(script, isSet);
  const valueOf = ({name}: Placeholder) => values.get(name) || undefined;
  const isHidden = ({kind, name}: Placeholder) => kind === 'secret' || isSecret(name);
  return {
    runs: fillIn(script, gaps, valueOf),
    kept: fillIn(script, gaps, (gap) =>
      valueOf(gap) === undefined || !isHidden(gap)
        ? valueOf(gap)
        : `[redacted: ${gap.name.replaceAll(/[^\w '&-]/gu, '-')}]`,
    ),
    secretValues: gaps.filter(isHidden).flatMap((gap) => valueOf(gap) ?? []),
    unfilled: gaps.filter((gap) => valueOf(gap) === undefined),
  };
}
