import type {Item} from '../../playbook/playbook.ts';
import {parseMinutes} from '../../playbook/pieces/minutes.ts';
import {floorsOf} from './agenda-budget.ts';

/** A working day: whoever needs more plans a second part. */
const mostMinutes = 480;

/** A length in minutes, or what is wrong with it in words. */
export type TypedLength = {readonly minutes: number} | {readonly problem: string};

/** The minutes that a session needs: those of the gates, and at least its blocks' floors. */
export function leastMinutes(blocks: readonly Item[], sessionMinutes = 0): number {
  return Math.max(sessionMinutes, floorsOf(blocks));
}

function why(blocks: readonly Item[], sessionMinutes: number): string {
  const floors = floorsOf(blocks);
  if (sessionMinutes > floors) return 'the playbook allows no shorter session';
  const parts = blocks.flatMap(({text, minutes}) => (minutes ? [`${text} ${minutes.min}`] : []));
  return `the blocks need it (${parts.join(', ')})`;
}

/** Reads a length as people type it: `75`, `90 min`, `1h 15m`. */
export function readLength(text: string, blocks: readonly Item[], sessionMinutes = 0): TypedLength {
  const least = leastMinutes(blocks, sessionMinutes);
  const typed = /^\d+$/u.test(text) ? `${text} min` : text;
  const read = parseMinutes(typed);
  if (!read || read.min !== read.max)
    return {
      problem: `"${text}" is no length. Type minutes, ${least} or more, such as ${Math.max(least, 75)}.`,
    };
  if (read.max < least)
    return {
      problem: `${read.max} minutes are too few: ${why(blocks, sessionMinutes)}. Type ${least} or more.`,
    };
  if (read.max > mostMinutes)
    return {
      problem: `${read.max} minutes are more than anybody listens. Type ${mostMinutes} at the most, and plan a second part.`,
    };
  return {minutes: read.max};
}
