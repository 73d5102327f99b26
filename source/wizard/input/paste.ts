export const pasteStart = '\u{1B}[200~';
export const pasteEnd = '\u{1B}[201~';

/** Characters after which a paste is given out in part, so that one without an end fills no memory. */
const longest = 8 * 1024 * 1024;

/** What a piece of input brings to a paste. */
interface Taken {
  /** Pastes that are whole, each with its markers. */
  readonly pastes: readonly string[];
  /** What follows the paste; nothing while it goes on. */
  readonly rest?: string;
}

/** A bracketed paste that is coming in. */
export interface Paste {
  readonly take: (text: string) => Taken;
  /** Ends it as it is; its end has been lost. */
  readonly end: () => readonly string[];
}

const interrupt = '\u{3}';

/** Takes away what has come of the end marker, but for its last byte. */
function withoutPartOfEnd(text: string): string {
  for (let length = pasteEnd.length - 1; length > 0; length -= 1)
    if (text.endsWith(pasteEnd.slice(0, length))) return text.slice(0, -length);
  return text;
}

export function createPaste(): Paste {
  let parts: string[] = [''];
  let size = 0;

  function whole(): string {
    const text = parts.join('');
    parts = [''];
    size = 0;
    return `${pasteStart}${text}${pasteEnd}`;
  }

  function end(): readonly string[] {
    const last = withoutPartOfEnd(parts.join(''));
    parts = [last];
    return last === '' ? [] : [whole()];
  }

  return {
    take(text) {
      // The end marker may be split, so the end of the last piece is looked at again.
      const last = (parts.pop() ?? '') + text;
      const at = last.indexOf(pasteEnd);
      if (at !== -1) {
        parts.push(last.slice(0, at));
        return {pastes: [whole()], rest: last.slice(at + pasteEnd.length)};
      }
      // A person who presses Ctrl+C wants out; a paste goes on behind a Ctrl+C that it holds.
      if (last.endsWith(interrupt)) {
        parts.push(last.slice(0, -1));
        return {pastes: end(), rest: interrupt};
      }
      const safe = Math.max(0, last.length - pasteEnd.length + 1);
      parts.push(last.slice(0, safe), last.slice(safe));
      size += text.length;
      return {pastes: size > longest ? end() : []};
    },
    end,
  };
}
