import type {RootContent, Strong} from 'mdast';
import {toString} from 'mdast-util-to-string';

export type Tone = 'good' | 'doubtful' | 'bad' | 'quiet';

/** How a word that tells a state is to be shown, besides being written out. */
const tones: Readonly<Record<string, Tone>> = {
  pass: 'good',
  passed: 'good',
  met: 'good',
  done: 'good',
  accepted: 'good',
  stable: 'good',
  warn: 'doubtful',
  warning: 'doubtful',
  watch: 'doubtful',
  'not validated': 'doubtful',
  'changed since acceptance': 'doubtful',
  waived: 'doubtful',
  'accepted with conditions': 'doubtful',
  fail: 'bad',
  failed: 'bad',
  'not met': 'bad',
  unknown: 'bad',
  declined: 'bad',
  unstable: 'bad',
  overdue: 'bad',
  drifted: 'bad',
  'in time': 'quiet',
  open: 'quiet',
  draft: 'quiet',
  skipped: 'quiet',
  'not applicable': 'quiet',
};

/** Columns whose cells hold such a word and nothing else. */
const stateColumns = new Set(['outcome', 'state', 'status', 'result', 'decision']);

export function isStateColumn(header: string): boolean {
  return stateColumns.has(header.trim().toLowerCase());
}

export function toneOf(word: string): Tone | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(tones, key) ? tones[key] : undefined;
}

/**
 * The word of state with which a paragraph begins, as a badge has it: bold, and followed by what it
 * says of itself.
 */
export function badgeOf(block: RootContent | undefined): {strong: Strong; tone: Tone} | undefined {
  const [first] = block?.type === 'paragraph' ? block.children : [];
  const tone = first?.type === 'strong' ? toneOf(toString(first)) : undefined;
  return first?.type === 'strong' && tone ? {strong: first, tone} : undefined;
}

/**
 * The outcome that a section is about: documents begin the section of a check with the entry
 * "Outcome: **pass**, …".
 */
export function outcomeOf(first: RootContent | undefined): string | undefined {
  if (first?.type !== 'list') return undefined;
  const entry = first.children[0];
  const word = /^Outcome: ([a-z ]+?)(?:,|$)/u.exec(entry ? toString(entry) : '')?.[1];
  return word !== undefined && toneOf(word) ? word : undefined;
}
