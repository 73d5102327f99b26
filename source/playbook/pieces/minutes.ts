import type {Minutes} from '../playbook.ts';

const hours = String.raw`\d+(?:[.,]\d+)?\s*(?:hours?|hrs?|h)(?:\s*(?:and\s+)?\d+\s*(?:minutes?|mins?|m)?)?`;
const plainMinutes = String.raw`\d+\s*(?:minutes?|mins?|m)`;
const length = `(?:${hours}|${plainMinutes})`;
const dash = String.raw`(?:\s*[-‐‑‒–—−/]\s*|\s+to\s+)`;
const about = String.raw`(?:[~≈]\s*|(?:about|approx\.?|ca\.?)\s+)?`;
const span = String.raw`${about}(?:(?:${length}|\d+(?:[.,]\d+)?)${dash})?${length}\.?`;
const clocks = String.raw`\u{231A}\u{231B}\u{23F0}-\u{23F3}\u{1F550}-\u{1F567}\u{FE0F}`;

const wholeSpan = new RegExp(`^${span}$`, 'iu');
const inBrackets = new RegExp(String.raw`\s*[([][${clocks}\s]*(${span})\s*[)\]]`, 'giu');
const amongOthers = /[([]([^()[\]\n]{1,80})[)\]]/gu;
const atEnd = new RegExp(String.raw`([\s,;:|·•${clocks}‐‑–—-]+)(${span})$`, 'iu');
const atStart = new RegExp(String.raw`^(${span})\s*[:|–—-]\s+(?=\S)`, 'iu');

// "Check again after 30 minutes" says when, not how long the work takes.
const saysWhen =
  /(?:^|\s)(?:after|for|in|within|every|first|last|next|of|than|least|most|by|to|wait|under|over|until|takes?|took|taking|lasts?)$/iu;

function readLength(text: string, defaultUnit: 'h' | 'm'): number {
  const match =
    /^(?<amount>\d+(?:[.,]\d+)?)\s*(?<unit>[hm]?)[a-z]*\s*(?:and\s+)?(?<rest>\d*)/iu.exec(text);
  const {amount = '0', unit = '', rest = ''} = match?.groups ?? {};
  const factor = (unit.toLowerCase() || defaultUnit) === 'h' ? 60 : 1;
  return Math.round(Number(amount.replace(',', '.')) * factor) + Number(rest || 0);
}

/**
 * A length of time as people write it: `10 min`, `30–40 minutes`, `1 h`, `1h 30m`, `1.5 to 2 h`.
 * Nothing for any other text.
 */
export function parseMinutes(text: string): Minutes | undefined {
  const trimmed = text.trim();
  if (!wholeSpan.test(trimmed)) return undefined;
  const parts = trimmed.replace(new RegExp(`^${about}`, 'iu'), '').split(new RegExp(dash, 'iu'));
  const last = parts.at(-1) ?? '';
  const unit = /^[\d.,]+\s*h/iu.test(last) ? 'h' : 'm';
  const figures = [readLength(parts[0] ?? last, unit), readLength(last, unit)];
  return {min: Math.min(...figures), max: Math.max(...figures)};
}

export interface Timed {
  /** The text without the length of time. */
  readonly text: string;
  readonly minutes: Minutes;
}

function cut(text: string, start: number, end: number, found: string): Timed | undefined {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/\s*[:–—-]$/u, '');
  const minutes = parseMinutes(found);
  return minutes && rest ? {text: rest, minutes} : undefined;
}

/** The length in brackets that say something else too, as in `Roll call (Kim, 10 min)`. */
function besideOthers(text: string): Timed | undefined {
  for (const bracket of [...text.matchAll(amongOthers)].toReversed()) {
    const parts = (bracket[1] ?? '').split(/\s*[,;|]\s*|\s+[-–—]\s*(?=\d)/u);
    const found = parts.filter((part) => wholeSpan.test(part.trim()));
    const [only] = found;
    if (only === undefined || found.length > 1 || parts.length < 2) continue;
    const others = parts.filter((part) => part !== only).join(', ');
    const before = `${text.slice(0, bracket.index)}(${others})`;
    return cut(before + text.slice(bracket.index + bracket[0].length), 0, 0, only.trim());
  }
  return undefined;
}

/**
 * Takes the length of time out of a line such as `Overview (10 min)`, `Agenda ⏱️ 60-90 min` or
 * `10 min: Overview`. Nothing when the line names none.
 */
export function takeMinutes(text: string): Timed | undefined {
  const bracket = [...text.matchAll(inBrackets)].at(-1);
  if (bracket) return cut(text, bracket.index, bracket.index + bracket[0].length, bracket[1] ?? '');
  const beside = besideOthers(text);
  if (beside) return beside;
  const tailStart = Math.max(0, text.length - 60);
  const end = atEnd.exec(text.slice(tailStart));
  if (end) {
    const start = tailStart + end.index;
    const isBare = /^\s*$/u.test(end[1] ?? '');
    if (isBare && saysWhen.test(text.slice(0, start))) return undefined;
    return cut(text, start, text.length, end[2] ?? '');
  }
  const first = atStart.exec(text);
  return first ? cut(text, 0, first[0].length, first[1] ?? '') : undefined;
}
