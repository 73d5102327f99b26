/**
 * Where an answer of the terminal (OSC, DCS, APC, PM, SOS) ends in a piece of input: behind BEL or
 * ST, or before Ctrl+C and before another escape, which no answer holds. Nothing when it goes on; an
 * Esc at the very end may be half of ST.
 */
export function answerEnd(text: string): number | undefined {
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '\u{7}') return index + 1;
    if (char === '\u{3}') return index;
    if (char !== '\u{1B}') continue;
    if (index === text.length - 1) return undefined;
    return text[index + 1] === '\\' ? index + 2 : index;
  }
  return undefined;
}
