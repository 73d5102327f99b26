import {glyphs} from '../theme/glyphs.ts';
import type {Line, Span} from './lines.tsx';

/** What a glyph says to those who hear the screen. */
const words: Readonly<Record<string, string>> = {
  [glyphs.cursor]: 'selected,',
  [glyphs.done]: 'done,',
  [glyphs.half]: 'begun,',
  [glyphs.open]: 'open,',
  [glyphs.never]: 'left out,',
  [glyphs.alarm]: 'attention,',
  [glyphs.cross]: 'failed,',
  [glyphs.running]: 'running,',
  [glyphs.paused]: 'paused,',
  [glyphs.enter]: 'Enter',
  [glyphs.up]: 'Up',
  [glyphs.down]: 'Down',
};

const drawn = new Set<string>([glyphs.rule, glyphs.barFull, glyphs.barEmpty, ' ']);

/** Whether a text draws something rather than says it: a rule, a bar, a large figure. */
function isDrawn(text: string): boolean {
  return text.trim() !== '' && [...text].every((character) => drawn.has(character));
}

function spokenSpan({text, token}: Span): Span {
  const sign = text.trim();
  const word = words[sign];
  const said =
    sign === glyphs.dot
      ? text.startsWith(' ')
        ? ', '
        : ''
      : word === undefined
        ? text
        : text.replace(sign, word);
  return {text: said, ...(token === undefined ? {} : {token})};
}

/** Lines as they are read out: words for glyphs, and without what is only drawn. */
export function spoken(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((spans) => {
    const said = spans.filter(({text}) => !isDrawn(text));
    return spans.length > 0 && said.every(({text}) => text.trim() === '')
      ? []
      : [said.map(spokenSpan)];
  });
}
