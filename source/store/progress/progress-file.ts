import {readFileSync} from 'node:fs';
import path from 'node:path';
import {narrate} from '../../tell-aside.ts';
import {isAsSummed} from './sum.ts';
import type {Due} from '../../handoff/time/schedule.ts';
import type {CursorPosition} from './cursor.ts';

/** Where a handoff stands: all that the list and the home screen need of it. */
export interface HandoffSummary {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  readonly workspace: string;
  readonly timeZone: string;
  /** The title of the phase. */
  readonly phase: string;
  readonly isSignedOff: boolean;
  /** The decision in force, in words; absent where nobody has decided. */
  readonly acceptance?: string;
  /** How much is not any more as it was accepted. */
  readonly changedSince: number;
  readonly settled: number;
  readonly total: number;
  readonly next?: {
    /** The id of the item or of the open point, or `check-in 2`. */
    readonly id: string;
    readonly text: string;
    readonly due: Due;
  };
  /** To whom it was passed on last; absent where whoever began it still holds it. */
  readonly holder?: string;
  readonly updatedAt: string;
}

/** What of a journal a progress was made from; it is made anew where any of it differs. */
export interface MadeFrom {
  readonly files: number;
  readonly bytes: number;
  readonly actions: number;
  /** Hashes of its newest lines. */
  readonly heads: readonly string[];
}

/** The progress of one handoff: small, rewritten at will, and made anew from the journal at any time. */
export interface Progress {
  readonly format: 1;
  readonly cursor?: CursorPosition;
  readonly from?: MadeFrom;
  /** Hashes of lines that were there once and are not any more; a backup may bring them back. */
  readonly gone?: readonly string[];
  /** Hashes of the newest lines when somebody last looked at what colleagues had done. */
  readonly looked?: readonly string[];
  readonly summary?: HandoffSummary;
}

export function progressFolder(home: string): string {
  return path.join(home, 'progress');
}

export function progressFile(home: string, id: string): string {
  return path.join(progressFolder(home), `${id}.json`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isSummary(value: unknown, id: string): value is HandoffSummary {
  if (!isObject(value) || value['id'] !== id) return false;
  const next = value['next'];
  return (
    ['customer', 'system', 'workspace', 'timeZone', 'phase', 'updatedAt'].every(
      (name) => typeof value[name] === 'string',
    ) &&
    Number.isSafeInteger(value['settled']) &&
    Number.isSafeInteger(value['total']) &&
    Number.isSafeInteger(value['changedSince']) &&
    (next === undefined ||
      (isObject(next) &&
        typeof next['text'] === 'string' &&
        isObject(next['due']) &&
        !Number.isNaN(Date.parse(String(next['due']['date'])))))
  );
}

/**
 * The progress of a handoff; nothing where there is none or where it was changed, and only what is
 * whole in it. It is read past conf, whose start costs a command its speed; nothing in it is worth
 * more than making it anew.
 */
export function readProgress(home: string, id: string): Progress | undefined {
  let value: unknown;
  try {
    const text = readFileSync(progressFile(home, id), 'utf8');
    narrate(() => `read ${progressFile(home, id)}`);
    value = isAsSummed(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
  if (!isObject(value) || value['format'] !== 1) return undefined;
  const {cursor, from, gone, looked, summary} = value;
  const isWhole = isObject(from) && isTexts(from['heads']) && isSummary(summary, id);
  return {
    format: 1,
    ...(isObject(cursor) && typeof cursor['step'] === 'string'
      ? {cursor: cursor as unknown as CursorPosition}
      : {}),
    ...(isTexts(gone) ? {gone} : {}),
    ...(isTexts(looked) ? {looked} : {}),
    ...(isWhole ? {from: from as unknown as MadeFrom, summary} : {}),
  };
}
