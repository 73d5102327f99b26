const escape = '\u001B';

/** ESC or its 8-bit form, then what introduces a string up to a terminator: DCS SOS OSC PM APC. */
const stringIntroducers = 'PX]^_';
const eightBitStrings = '\u0090\u0098\u009D\u009E\u009F';

/** CSI after its introducer: parameters, intermediates, final byte (ECMA-48 §5.4). */
const controlSequence = /[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]?/y;

/** Any other escape after ESC: intermediates and a final byte (ECMA-35 §13.2.1). */
const otherEscape = /[\u0020-\u002F]*[\u0030-\u007E]?/y;

// oxlint-disable-next-line no-control-regex -- control characters are what this file is about
const introducer = /[\u001B\u0090\u0098\u009B\u009D-\u009F]/g;

// oxlint-disable-next-line no-control-regex
const stringEnd = /[\u0007\u0018\u001A\u001B\u009C]/g;

// oxlint-disable-next-line no-control-regex
const otherControls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/g;

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Finds string ends in one pass: what was found once is not looked for again. */
function createStringEnds(text: string) {
  let known = -1;
  return (from: number): number => {
    if (known < from) {
      stringEnd.lastIndex = from;
      known = stringEnd.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    const ender = text[known];
    if (ender === '\u0007' || ender === '\u009C') return known + 1;
    if (ender === escape && text[known + 1] === '\\') return known + 2;
    // Not ended properly: give up the rest of the line at most, so that no line after it is lost.
    const end = Math.min(known, text.length);
    const rest = text.slice(from, end).indexOf('\n');
    return rest === -1 ? end : from + rest;
  };
}

function withoutEscapes(text: string): string {
  const endOfString = createStringEnds(text);
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    introducer.lastIndex = at;
    const start = introducer.exec(text)?.index;
    if (start === undefined) return kept.join('') + text.slice(at);
    kept.push(text.slice(at, start));
    const character = text.charAt(start);
    const next = text.charAt(start + 1);
    if (character === '\u009B') at = endOf(controlSequence, text, start + 1);
    else if (eightBitStrings.includes(character)) at = endOfString(start + 1);
    else if (next === '[') at = endOf(controlSequence, text, start + 2);
    else if (next !== '' && stringIntroducers.includes(next)) at = endOfString(start + 2);
    else at = endOf(otherEscape, text, start + 1);
  }
}

/** What a terminal would show of a line on which carriage returns went back to its start. */
function lastOverwrite(line: string): string {
  return line.includes('\r') ? (line.split('\r').findLast((part) => part !== '') ?? '') : line;
}

/**
 * Plain text that cannot do anything to a terminal: no escape sequence (CSI, OSC, DCS, APC, PM, SOS,
 * 7 and 8 bit, ended or not), no control character but line feed and tab, no bidirectional override,
 * no lone surrogate. `\r\n` becomes `\n`; of a line overwritten by `\r` the last part stays.
 */
export function stripTerminal(text: string): string {
  const plain = withoutEscapes(text.toWellFormed());
  const lines = plain.replace(/(?<!\r)\r+\n/g, '\n');
  const overwritten = lines.includes('\r')
    ? lines.split('\n').map(lastOverwrite).join('\n')
    : lines;
  return overwritten.replace(otherControls, '').replace(bidiOverrides, '');
}

/**
 * What is drawn as nothing, or as room: controls, formats, what Unicode lets a font leave out (Hangul
 * fillers, variation selectors but those of emoji, tags), spaces that are not the usual one, and the empty Braille cell.
 */
const invisible =
  /(?!(?<=\p{Extended_Pictographic})\uFE0F)[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]|(?! )\p{Zs}/gu;

/**
 * Makes control, bidirectional, invisible and filling characters visible as `\u001b`, for text that a person must see
 * exactly as it would be used, such as a command to be trusted. Line feeds become ` ⏎ `.
 */
export function showControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r?\n/g, ' ⏎ ')
    .replace(invisible, (character) => {
      const code = character.codePointAt(0) ?? 0;
      const digits = code.toString(16);
      return code > 0xff_ff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
    });
}

// oxlint-disable-next-line no-control-regex
const acting = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Makes the controls visible that could act on a terminal; line feeds and tabs stay. */
export function showEscapes(text: string): string {
  return text.replace(acting, showControls);
}
