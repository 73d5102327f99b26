/** A text as someone would read it who undoes an encoding, and where each of its characters was. */
export interface Reading {
  readonly text: string;
  /** For each character the place of what it was written as; one more for the end. */
  readonly places: Int32Array;
}

/** What makes a line worth reading anew. */
const written =
  // oxlint-disable-next-line no-control-regex -- NUL is what UTF-16 leaves between its letters
  /\\|%[\dA-Fa-f]{2}|&(?:#|quot|amp|apos|lt|gt)|[\u0000\u00AD\u200B-\u200F\u2060\uFEFF\uFF01-\uFF5E\u3000]/;

// oxlint-disable-next-line no-control-regex
const sign = /[\\%&\u0000\u00AD\u200B-\u200F\u2060\uFEFF\uFF01-\uFF5E\u3000]/g;

/** One written character: an escape, an entity, a full-width letter, or what nobody sees. */
const unit =
  // oxlint-disable-next-line no-control-regex
  /\\u(?<code>[\dA-Fa-f]{4})|\\(?<letter>[nrtbf])|\\(?<sign>[!-/:-@[-`{-~])|(?<bytes>%(?:[0-7][\dA-Fa-f]|[CDcd][\dA-Fa-f]%[89ABab][\dA-Fa-f]|[Ee][\dA-Fa-f](?:%[89ABab][\dA-Fa-f]){2}|[Ff][0-7](?:%[89ABab][\dA-Fa-f]){3}))|&#(?<decimal>\d{1,6});|&#[xX](?<hex>[\dA-Fa-f]{1,5});|&(?<name>quot|amp|apos|lt|gt);|(?<none>[\u0000\u00AD\u200B-\u200F\u2060\uFEFF])|(?<wide>[\uFF01-\uFF5E\u3000])/g;

const letters: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '', f: ''};
const names: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  apos: "'",
  lt: '<',
  gt: '>',
};

function fromCode(text: string, base: number): string {
  const code = Number.parseInt(text, base);
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : ' ';
}

/** UTF-8, as a URL has it. */
function fromBytes(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return ' ';
  }
}

function meant({
  code,
  letter,
  sign,
  bytes,
  decimal,
  hex,
  name,
  none,
  wide,
}: Readonly<Record<string, string | undefined>>) {
  if (code !== undefined) return fromCode(code, 16);
  if (letter !== undefined) return letters[letter] ?? '';
  if (sign !== undefined) return sign;
  if (bytes !== undefined) return fromBytes(bytes);
  if (decimal !== undefined) return fromCode(decimal, 10);
  if (hex !== undefined) return fromCode(hex, 16);
  if (name !== undefined) return names[name] ?? '';
  if (none !== undefined) return '';
  return wide === '\u3000' ? ' ' : String.fromCharCode((wide ?? '').charCodeAt(0) - 0xfee0);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function withPieces(text: string, from: number, pieces: Iterable<Piece>): Reading | undefined {
  const parts: string[] = [];
  const places = new Int32Array(text.length + 1);
  let length = 0;
  let done = 0;
  const keep = (end: number) => {
    parts.push(text.slice(done, end));
    for (let at = done; at < end; at += 1) places[length++] = from + at;
    done = end;
  };
  for (const {start, end, text: as} of pieces) {
    keep(start);
    parts.push(as);
    for (let at = 0; at < as.length; at += 1) places[length++] = from + start;
    done = end;
  }
  if (parts.length === 0) return undefined;
  keep(text.length);
  places[length] = from + text.length;
  return {text: parts.join(''), places: places.subarray(0, length + 1)};
}

function* escapes(text: string, borders: RegExp | undefined): Generator<Piece> {
  for (const match of text.matchAll(borders ?? unit)) {
    const end = match.index + match[0].length;
    const as = match.groups?.['border'] === undefined ? meant(match.groups ?? {}) : '\n';
    yield {start: match.index, end, text: as};
  }
}

/** The same, and each text that was encoded in lines of its own. */
const quotes = new RegExp(`${unit.source}|(?<border>")`, 'g');
const parts = new RegExp(`${unit.source}|(?<border>[?&= "])`, 'g');

/** What divides a line into texts that were encoded on their own. */
function bordersOf(line: string): RegExp | undefined {
  if (/%[\dA-Fa-f]{2}/.test(line)) return parts;
  return /\\[nrt]/.test(line) ? quotes : undefined;
}

/** Lines without any sign that still belong to those before, and how long a region may be. */
const linesBetween = 3;
const longestRegion = 65_536;

/** A region of lines of which some are encoded ends a few lines after the last of them. */
function endOfRegion(text: string, at: number): number {
  let end = at;
  let plain = 0;
  while (plain < linesBetween && end - at < longestRegion) {
    const next = text.indexOf('\n', end);
    if (next === -1) return text.length;
    const line = text.slice(end, next);
    plain = written.test(line) ? 0 : plain + 1;
    end = next + 1;
  }
  return end;
}

/** A region begins as many lines before, where a name may stand. */
function startOfRegion(text: string, at: number, least: number): number {
  let start = at;
  for (let line = 0; line <= linesBetween && start > least; line += 1)
    start = Math.max(least, text.lastIndexOf('\n', start - 2) + 1);
  return start;
}

/**
 * What the lines of a text say once its escapes (JSON, URL, HTML, Markdown), full-width letters and
 * invisible characters are undone; only lines that have some, and
 * those beside them.
 */
export function* readingsOf(text: string): Generator<Reading> {
  sign.lastIndex = 0;
  let done = 0;
  for (let found = sign.exec(text); found;) {
    const start = startOfRegion(text, found.index + 1, done);
    const end = endOfRegion(text, found.index);
    done = end;
    const region = text.slice(start, end);
    if (written.test(region))
      for (const borders of new Set([undefined, bordersOf(region)])) {
        const reading = withPieces(region, start, escapes(region, borders));
        if (reading) yield reading;
      }
    sign.lastIndex = end;
    found = sign.exec(text);
  }
}
