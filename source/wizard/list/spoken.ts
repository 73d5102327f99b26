import {glyphs} from '../theme/glyphs.ts';
import type {Line, Span} from './line.ts';

/** What a glyph says to those who hear the screen. */
const words: Readonly<Record<string, string>> = {
  [glyphs.cursor]: 'selected,',
  [glyphs.done]: 'done,',
  [glyphs.half]: 'begun,',
  [glyphs.open]: 'open,',
  [glyphs.alarm]: 'attention,',
  [glyphs.cross]: 'failed,',
  [glyphs.running]: 'running,',
  [glyphs.paused]: 'paused,',
  [glyphs.enter]: 'Enter',
  [glyphs.up]: 'Up',
  [glyphs.down]: 'Down',
};

const drawn: readonly string[] = [glyphs.rule, glyphs.barFull, glyphs.barEmpty, ' '];

/** Whether a text draws something rather than says it: a rule, a bar, a large figure. */
function isDrawn(text: string): boolean {
  return text.trim() !== '' && drawn.reduce((left, sign) => left.replaceAll(sign, ''), text) === '';
}

/** Alone it says that a field is empty, before a text that the line is left out. */
function wordFor(text: string): string | undefined {
  if (text.trim() !== glyphs.never) return words[text.trim()];
  return text === glyphs.never ? 'empty' : 'left out,';
}

function spokenSpan({text, token}: Span): Span {
  const sign = text.trim();
  const word = wordFor(text);
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

const comma: Span = {text: ', '};

/** Whether a text only puts the next one at the right edge. */
function isGap({text}: Span): boolean {
  return /^ {2,}$/.test(text);
}

/** Whether a span is heard as a pause: a gap, or a sign whose word ends with one. */
function isPause(spans: Line, at: number): boolean {
  const one = spans[at];
  return one !== undefined && (isGap(one) || wordFor(one.text) !== undefined);
}

function spokenOne(one: Span, at: number): Span {
  return at > 0 && isGap(one) ? comma : spokenSpan(one);
}

/** Lines as they are read out: words for glyphs, and without what is only drawn. */
export function spoken(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((spans) => {
    const said = spans.filter(({text}) => !isDrawn(text));
    return spans.length > 0 && said.every(({text}) => text.trim() === '')
      ? []
      : [said.filter((one, at) => !isGap(one) || !isPause(said, at - 1)).map(spokenOne)];
  });
}
