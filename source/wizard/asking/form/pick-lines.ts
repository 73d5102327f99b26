import stringWidth from 'string-width';
import {line, span, truncate, type Line} from '../../list/line.ts';
import {scrollTo} from '../../list/scroll-to.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {Offer} from '../offers.tsx';

/** Rows that what can be chosen takes at the most; the others scroll. */
const mostRows = 5;

/** What can be chosen for a field, in a row each, with a mark at what stands in it. */
export function pickLines(picks: readonly Offer[], text: string, width: number): Line[] {
  const at = picks.findIndex(({value}) => value === text);
  const rows = Math.min(mostRows, picks.length);
  const top = scrollTo(0, Math.max(0, at), Math.max(0, at), rows, picks.length);
  const most = Math.floor(width / 2);
  const names = Math.min(most, Math.max(0, ...picks.map(({value}) => stringWidth(value))));
  const drawn = picks.slice(top, top + rows).map(({value, detail = ''}, index): Line => {
    const isChosen = top + index === at;
    const name = truncate(value, names);
    const room = ' '.repeat(Math.max(0, names - stringWidth(name)) + 2);
    return [
      span(isChosen ? `${glyphs.cursor} ` : '  ', 'accent'),
      span(name, isChosen ? 'selected' : 'plain'),
      span(truncate(`${room}${detail}`, width - 2 - stringWidth(name)), 'muted'),
    ];
  });
  const rest = picks.length - rows;
  return [...drawn, ...(rest > 0 ? [line(`  ${rest} more: ↑ ↓ or type`, 'muted')] : [])];
}
