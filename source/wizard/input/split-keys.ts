import {answerEnd} from './answer-end.ts';
import {canFollowEscape, isOnlyEscape, keysOfUnfinished, readEscaped} from './key-grammar.ts';
import {createPaste, pasteStart, type Paste} from './paste.ts';

/** What is still to come of something that has begun. */
export type Unfinished = 'key' | 'answer' | 'paste';

/** Cuts what a terminal sends into single keys. */
export interface KeySplitter {
  /** Takes the next piece of input and gives the keys in it, ready to be delivered one by one. */
  readonly push: (text: string) => readonly string[];
  /** What has begun and not ended; whoever reads the input ends it when too long nothing comes. */
  readonly unfinished: () => Unfinished | undefined;
  /** Ends what is unfinished: Esc is Esc, a paste is what has come of it, the rest of a key is lost. */
  readonly end: () => readonly string[];
}

/** Characters after which an answer of the terminal counts as one that has no end. */
const longestAnswer = 64 * 1024;

const plainText = /[^\p{Cc}]+/uy;
const asciiText = /^[ -~]*$/u;
// Esc and a letter in one character.
const shortEscape = /[\u0080-\u009F]/gu;

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

function splitText(text: string): readonly string[] {
  if (asciiText.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({segment}) => segment);
}

function withLongEscapes(text: string): string {
  return text.replaceAll(
    shortEscape,
    (char) => `\u{1B}${String.fromCodePoint((char.codePointAt(0) ?? 0) - 0x40)}`,
  );
}

/**
 * A key is one control character, one escape sequence, one grapheme of text, or one whole bracketed
 * paste with its markers. Sequences and pastes may be split over any number of pieces. Answers of the
 * terminal and mouse reports are no keys.
 */
export function createKeySplitter(): KeySplitter {
  let pending = '';
  let paste: Paste | undefined;
  /** Characters of the answer that have come; -1 where none is coming. */
  let answer = -1;

  function pushPaste(current: Paste, text: string): readonly string[] {
    const {pastes, rest} = current.take(text);
    if (rest === undefined) return pastes;
    paste = undefined;
    return [...pastes, ...push(rest)];
  }

  function pushAnswer(text: string): readonly string[] {
    const end = answerEnd(text);
    if (end === undefined) {
      answer += text.length;
      pending = text.endsWith('\u{1B}') ? '\u{1B}' : '';
      if (answer > longestAnswer) answer = -1;
      return [];
    }
    answer = -1;
    return push(text.slice(end));
  }

  function pushKeys(input: string): readonly string[] {
    const keys: string[] = [];
    let index = 0;
    while (index < input.length) {
      plainText.lastIndex = index;
      const run = plainText.exec(input)?.[0];
      if (run !== undefined) {
        for (const grapheme of splitText(run)) keys.push(grapheme);
        index += run.length;
        continue;
      }
      const char = input.charAt(index);
      if (char !== '\u{1B}') {
        // Enter pressed before raw mode was on comes as a line feed.
        keys.push(char === '\n' ? '\r' : char);
        index += 1;
        continue;
      }
      const {text, kind} = readEscaped(input, index);
      index += text.length;
      if (kind === 'unfinished') pending = text;
      else if (kind === 'answer') {
        answer = 0;
        keys.push(...pushAnswer(input.slice(index)));
        return keys;
      } else if (text === pasteStart) {
        paste = createPaste();
        for (const later of pushPaste(paste, input.slice(index))) keys.push(later);
        return keys;
      } else if (kind === 'key') keys.push(text);
    }
    return keys;
  }

  function push(text: string): readonly string[] {
    if (text === '') return [];
    if (paste) return pushPaste(paste, text);
    const before = pending;
    pending = '';
    if (answer >= 0) return pushAnswer(before + text);
    // Alt and a key come in one piece from every terminal: what comes later is a key of its own.
    if (isOnlyEscape(before) && !canFollowEscape(text))
      return [...keysOfUnfinished(before), ...pushKeys(withLongEscapes(text))];
    return pushKeys(before + withLongEscapes(text));
  }

  return {
    push,
    unfinished() {
      if (paste) return 'paste';
      if (answer >= 0) return 'answer';
      return pending === '' ? undefined : 'key';
    },
    end() {
      const keys = [...(paste?.end() ?? []), ...keysOfUnfinished(pending)];
      paste = undefined;
      answer = -1;
      pending = '';
      return keys;
    },
  };
}
