const escape = '\u{1B}';

// Same grammar as Ink's parser: CSI (with the Linux console's `[[A` and rxvt's `[2$`), SS3, Alt and
// a key; a second Esc before a sequence is Alt in rxvt.
const rxvtKey = new RegExp(String.raw`${escape}{1,2}\[[235678]\$`, 'uy');
const sequence = new RegExp(
  String.raw`${escape}{1,2}(?:\[\[[ -?]*[@-~]|\[(?!\[)[ -?]*[@-~]|O[0-9;]*[@-~])`,
  'uy',
);
const altKey = new RegExp(String.raw`${escape}(?!${escape})[^]`, 'uy');
const unfinishedKey = new RegExp(String.raw`${escape}{1,2}(?:\[\[?[ -?]*|O[0-9;]*)?$`, 'uy');

// Parameters in which something stands that no sequence has, such as Ctrl+C: nobody sends the rest.
const brokenKey = new RegExp(String.raw`${escape}{1,2}\[\[?[ -?]+(?![ -~])`, 'uy');

/** X10: three bytes of button and place follow, none of them a control character. */
const mouse = new RegExp(String.raw`${escape}\[M[^\u{0}-\u{1F}]{3}`, 'uy');
const unfinishedMouse = new RegExp(String.raw`${escape}\[M[^\u{0}-\u{1F}]{0,2}$`, 'uy');

const answerStart = new RegExp(String.raw`${escape}[\]P_^X]`, 'uy');
const answerOnly = new RegExp(String.raw`${escape}[\]P_^X]$`, 'uy');

/** More than any key has. */
const longestKey = 64;

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** What begins with Esc, and how much of the input belongs to it. */
export interface Escaped {
  readonly text: string;
  /**
   * `answer` is what begins an answer of the terminal, of which there is more; `noise` means nothing
   * to anybody; `unfinished` may go on in the next piece.
   */
  readonly kind: 'key' | 'answer' | 'noise' | 'unfinished';
}

/** Reads what begins with the Esc at `index`. */
export function readEscaped(input: string, index: number): Escaped {
  const shifted = matchAt(rxvtKey, input, index);
  if (shifted !== undefined) return {text: shifted, kind: 'key'};
  const pending =
    matchAt(unfinishedKey, input, index) ??
    matchAt(unfinishedMouse, input, index) ??
    matchAt(answerOnly, input, index);
  if (pending !== undefined)
    return {text: pending, kind: pending.length > longestKey ? 'noise' : 'unfinished'};
  const noise = matchAt(mouse, input, index) ?? matchAt(brokenKey, input, index);
  const key = matchAt(sequence, input, index);
  if (noise !== undefined && noise.length > (key?.length ?? 0)) return {text: noise, kind: 'noise'};
  const answer = matchAt(answerStart, input, index);
  if (answer !== undefined) return {text: answer, kind: 'answer'};
  return {text: key ?? matchAt(altKey, input, index) ?? escape, kind: 'key'};
}

/** Whether all of it is Esc, once or more often. */
export function isOnlyEscape(text: string): boolean {
  return text !== '' && text === escape.repeat(text.length);
}

/** Whether a piece of input can go on where the one before ended with Esc. */
export function canFollowEscape(piece: string): boolean {
  return /^[[O\]P_^X]/.test(piece);
}

/**
 * The keys of an escape that stays unfinished: Esc, Alt+[ and the like may have been pressed as they
 * stand; of anything longer the rest was lost.
 */
export function keysOfUnfinished(text: string): readonly string[] {
  if (isOnlyEscape(text)) return text.split('');
  if (text.startsWith(escape + escape) && text.length === 3) return [escape, text.slice(1)];
  return text.length === 2 ? [text] : [];
}
