import {hash} from 'node:crypto';
import {changeOf, type Action} from '../../handoff/changes/catalogue.ts';
import {changeProblem} from '../../handoff/changes/read-change.ts';
import {journalVersion} from '../../handoff/changes/stamp.ts';

/** One line of a journal: an action, and how it hangs together with the others. */
export interface JournalLine {
  readonly action: Action;
  /** SHA-256 of the line up to its own hash, shortened to 128 bits. It finds damage, not forgers. */
  readonly hash: string;
  /** Hashes of the newest lines its writer knew: one, or several where writers had met. */
  readonly seen: readonly string[];
  /** The id of the last action of the same change; without that one the change was never whole. */
  readonly with: string | undefined;
}

export type LineReading =
  | {readonly kind: 'line'; readonly line: JournalLine}
  /** Whole, and of a version that this program does not know. */
  | {
      readonly kind: 'newer';
      readonly v: number;
      readonly hash: string;
      readonly seen: readonly string[];
    }
  /** The words complete "the line … ". */
  | {readonly kind: 'damaged'; readonly problem: string};

function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

/** How a line ends; looked for from the end, since a journal has thousands of lines. */
const tail = /^,"hash":"([0-9a-f]{32})"\}$/;
const tailLength = `,"hash":"${'0'.repeat(32)}"}`.length;

/** What bytes that are no text are read as; where a person typed it, it is written in letters. */
const noText = '\uFFFD';

/** The text of a line, without its newlines. The hash stands last, over all that is before it. */
export function formatLine(
  action: Action,
  seen: readonly string[],
  last?: string,
): {readonly text: string; readonly hash: string} {
  const {v, id, at, actor, order, arrival} = action;
  const linked = {
    seen: seen.length === 1 ? seen[0] : seen,
    ...(last ? {with: last} : {}),
    ...(arrival ? {arrival} : {}),
  };
  const json = JSON.stringify({v, id, at, actor, order, ...linked, ...changeOf(action)});
  const body = json.slice(0, -1).replaceAll(noText, String.raw`\ufffd`);
  const own = digest(body);
  return {text: `${body},"hash":"${own}"}`, hash: own};
}

/** Whether a value says by which file a line came, in full. */
function isArrival(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const {answer, part, at, by} = value as Readonly<Record<string, unknown>>;
  return (
    typeof answer === 'string' &&
    /^[0-9a-f]{64}$/u.test(answer) &&
    Number.isSafeInteger(part) &&
    Number(part) >= 0 &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof by === 'string' &&
    by.trim() !== ''
  );
}

function readSeen(seen: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(seen) ? seen : [seen];
  return list.every((each) => typeof each === 'string') ? list : undefined;
}

/** The end of the year 9999; what stands behind it was made by no clock. */
const lastOrder = Date.UTC(10_000, 0);

/** What is wrong with the place of an action in history; nothing when it has one. */
function placeProblem({v, id, at, actor, order, arrival}: Readonly<Record<string, unknown>>) {
  const isFilled = (value: unknown) => typeof value === 'string' && value !== '';
  if (!isFilled(id) || !isFilled(at) || !isFilled(actor)) return 'has no id, time or actor';
  if (Number.isNaN(Date.parse(String(at)))) return 'has no valid time';
  if (arrival !== undefined && !isArrival(arrival)) return 'does not say by which file it came';
  if (!Number.isSafeInteger(order) || Number(order) < 0) return 'has no place in the order';
  // Whoever goes on from it has to stand behind it.
  if (Number(order) > lastOrder) return 'stands in no time';
  return Number.isSafeInteger(v) && Number(v) >= 0 ? undefined : 'has no version';
}

/** Reads the text of a line. Nothing is repaired or guessed. */
export function readLine(text: string): LineReading {
  if (text.includes(noText)) return {kind: 'damaged', problem: 'holds bytes that are no text'};
  const end = text.length - tailLength;
  const own = tail.exec(text.slice(Math.max(0, end)))?.[1];
  if (own === undefined) return {kind: 'damaged', problem: 'is not whole'};
  if (digest(text.slice(0, end)) !== own)
    return {kind: 'damaged', problem: 'was changed since it was written'};
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {kind: 'damaged', problem: 'is not valid JSON'};
  }
  const {v, seen: named, with: last} = value;
  const seen = readSeen(named);
  const problem = placeProblem(value) ?? (seen ? undefined : 'does not say what it goes on from');
  if (problem !== undefined || !seen) return {kind: 'damaged', problem: problem ?? ''};
  if (Number(v) > journalVersion) return {kind: 'newer', v: Number(v), hash: own, seen};
  const misread = changeProblem(value);
  if (misread !== undefined) return {kind: 'damaged', problem: misread};
  const action = value as unknown as Action;
  return {
    kind: 'line',
    line: {action, hash: own, seen, with: typeof last === 'string' ? last : undefined},
  };
}
