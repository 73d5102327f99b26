/** Cuts what a terminal sends into single keys. */
export interface KeySplitter {
  /** Takes the next piece of input and gives the keys in it, ready to be delivered one by one. */
  readonly push: (text: string) => readonly string[];
  /** Forgets an unfinished key, as Ink does when it stops listening; an unfinished paste comes out. */
  readonly reset: () => readonly string[];
}

const pasteStart = '\u{1B}[200~';
const pasteEnd = '\u{1B}[201~';

// Ink takes a lone Esc, Alt+[ or Alt+O as pressed when nothing follows for 20 ms.
const inkWaits = 20;

// Same grammar as Ink's parser: CSI (with the Linux console's `[[A` and rxvt's `[2$`), SS3, Alt and
// a key; a second Esc before a sequence is Alt in rxvt.
const escape = '\u{1B}';
const completeKey = new RegExp(
  String.raw`${escape}{1,2}(?:\[(?:[235678]\$|\[[ -?]*[@-~]|(?!\[)[ -?]*[@-~])|O[0-9;]*[@-~])|${escape}[^]`,
  'uy',
);
const unfinishedKey = new RegExp(String.raw`${escape}{1,2}(?:\[\[?[ -?]*|O[0-9;]*)?$`, 'uy');
const loneKey = new RegExp(`^${escape}{1,2}[[O]?$`, 'u');
const plainText = /[^\p{Cc}]+/uy;
const asciiText = /^[ -~]*$/u;

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

function splitText(text: string): readonly string[] {
  if (asciiText.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({segment}) => segment);
}

/**
 * A key is one control character, one escape sequence, one grapheme of text, or one whole bracketed
 * paste with its markers. Sequences and pastes may be split over any number of pieces.
 *
 * What a person may have pressed as it stands (Esc, Alt+[, Alt+O) is given out at once and Ink does
 * the waiting for more; its continuation, if there is one, follows as one key and Ink joins them.
 */
export function createKeySplitter(now: () => number = () => performance.now()): KeySplitter {
  let unfinished = '';
  let given = 0;
  let givenAt = 0;
  let paste: string[] | undefined;

  function keepUnfinished(sequence: string, skip: number, keys: string[]): void {
    unfinished = sequence;
    given = skip;
    if (!loneKey.test(sequence)) return;
    if (sequence.length > skip) keys.push(sequence.slice(skip));
    given = sequence.length;
    givenAt = now();
  }

  /** Takes text up to the end of the paste and gives what comes after it. */
  function takePaste(parts: string[], text: string): {keys: string[]; rest: string} {
    // The end marker may be split, so the end of the last piece is looked at again.
    const last = (parts.pop() ?? '') + text;
    const end = last.indexOf(pasteEnd);
    if (end === -1) {
      const safe = Math.max(0, last.length - pasteEnd.length + 1);
      parts.push(last.slice(0, safe), last.slice(safe));
      return {keys: [], rest: ''};
    }
    paste = undefined;
    parts.push(last.slice(0, end), pasteEnd);
    return {keys: [parts.join('')], rest: last.slice(end + pasteEnd.length)};
  }

  function push(text: string): readonly string[] {
    if (paste) {
      const {keys, rest} = takePaste(paste, text);
      return rest === '' ? keys : [...keys, ...push(rest)];
    }
    const isTaken = given > 0 && given === unfinished.length && now() - givenAt > inkWaits;
    const input = isTaken ? text : unfinished + text;
    let skip = isTaken ? 0 : given;
    unfinished = '';
    given = 0;

    const keys: string[] = [];
    let index = 0;
    while (index < input.length) {
      const run = matchAt(plainText, input, index);
      if (run !== undefined) {
        for (const grapheme of splitText(run)) keys.push(grapheme);
        index += run.length;
        continue;
      }
      const pending = matchAt(unfinishedKey, input, index);
      if (pending !== undefined) {
        keepUnfinished(pending, skip, keys);
        return keys;
      }
      const key = matchAt(completeKey, input, index) ?? input.slice(index, index + 1);
      index += key.length;
      if (key === pasteStart) {
        paste = [key.slice(skip), ''];
        for (const later of push(input.slice(index))) keys.push(later);
        return keys;
      }
      // Enter pressed before raw mode was on comes as a line feed.
      keys.push(key === '\n' ? '\r' : key.slice(skip));
      skip = 0;
    }
    return keys;
  }

  return {
    push,
    reset() {
      const parts = paste;
      unfinished = '';
      given = 0;
      paste = undefined;
      return parts ? [[...parts, pasteEnd].join('')] : [];
    },
  };
}
