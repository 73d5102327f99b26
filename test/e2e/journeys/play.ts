import {keys} from '../../harness/keys.ts';
import type {Wizard} from '../../harness/wizard.tsx';
import type {Expectation} from '../../harness/wait-for-rows.ts';

/** What is typed, and what the screen shows then. */
export type Move = readonly [typed: string, shown: Expectation];

/** Types one thing after the other, each once the screen shows what the one before it did. */
export async function play(wizard: Wizard, moves: readonly Move[]): Promise<void> {
  for (const [typed, shown] of moves) {
    wizard.write(typed);
    await wizard.waitFor(shown);
  }
}

/** How many keys are pressed for what is typed; the sequence that a special key sends is one. */
export function keysIn(typed: string): number {
  const plain = Object.values(keys)
    .filter((sequence) => sequence.length > 1)
    .reduce((text, sequence) => text.replaceAll(sequence, '·'), typed);
  return plain.length;
}

/** The moves that find an item in any step and go there. */
export function find(query: string, shown: Expectation): readonly Move[] {
  return [
    ['/', 'Find'],
    [query, new RegExp(`Find: ${query}`)],
    [keys.enter, shown],
  ];
}
