import {stat} from 'node:fs/promises';
import type {Outcome} from './check-result.ts';

/** When a check applies, as data. What the environment decides was decided when the file was read. */
export type Condition =
  | {readonly type: 'fact'; readonly isMet: boolean; readonly words: string}
  | {readonly type: 'file'; readonly path: string; readonly words: string}
  | {readonly type: 'check'; readonly name: string; readonly outcomes: readonly Outcome[]}
  | {readonly type: 'not'; readonly of: Condition}
  | {readonly type: 'all'; readonly of: readonly Condition[]};

/** Names of the checks whose outcome a condition asks for. */
export function checksOf(condition: Condition | undefined): readonly string[] {
  switch (condition?.type) {
    case 'check':
      return [condition.name];
    case 'not':
      return checksOf(condition.of);
    case 'all':
      return condition.of.flatMap(checksOf);
    default:
      return [];
  }
}

/** A condition in words that follow "if". */
export function conditionWords(condition: Condition): string {
  switch (condition.type) {
    case 'fact':
    case 'file':
      return condition.words;
    case 'check':
      return `"${condition.name}" ends as ${condition.outcomes.join(' or ')}`;
    case 'not':
      return `not: ${conditionWords(condition.of)}`;
    case 'all':
      return condition.of.map(conditionWords).join(', and ');
    default:
      return condition satisfies never;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The first part of a condition that is not met; undefined when all of it is. */
export async function unmetPart(
  condition: Condition,
  outcomeOf: (check: string) => Outcome | undefined,
): Promise<Condition | undefined> {
  switch (condition.type) {
    case 'fact':
      return condition.isMet ? undefined : condition;
    case 'file':
      return (await isThere(condition.path)) ? undefined : condition;
    case 'check': {
      const outcome = outcomeOf(condition.name);
      return outcome !== undefined && condition.outcomes.includes(outcome) ? undefined : condition;
    }
    case 'not':
      return (await unmetPart(condition.of, outcomeOf)) ? undefined : condition;
    case 'all':
      for (const one of condition.of) {
        const unmet = await unmetPart(one, outcomeOf);
        if (unmet) return unmet;
      }
      return undefined;
    default:
      return condition satisfies never;
  }
}
