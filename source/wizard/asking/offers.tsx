import {glyphs} from '../theme/glyphs.ts';
import {line, span, truncate, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {scrollTo} from '../list/scroll-to.ts';

/** An answer that is offered under a field. */
export interface Offer {
  readonly value: string;
  /** What tells it from others, such as the role of a person. */
  readonly detail?: string;
}

/** Rows that what is offered takes at the most; the others scroll. */
const mostRows = 4;

/** Rows under a field for what is offered. */
export function offerRows(offers: readonly Offer[] = []): number {
  return Math.min(mostRows, offers.length);
}

/** The offers that what was typed is the beginning of: of the whole, or of a later word. */
export function fittingOffers(offers: readonly Offer[], typed: string): readonly Offer[] {
  const start = typed.trim().toLowerCase();
  return offers.filter(({value}) => ` ${value.toLowerCase()}`.includes(` ${start}`));
}

interface OffersProps {
  readonly offers: readonly Offer[];
  /** Index of the one that Enter takes; -1 for none. */
  readonly at: number;
  /** Rows to fill. */
  readonly rows: number;
  readonly width: number;
}

/** The answers on offer under a field. */
export function Offers({offers, at, rows, width}: OffersProps) {
  const top = scrollTo(0, Math.max(0, at), Math.max(0, at), rows, offers.length);
  const drawn = offers.slice(top, top + rows).map(({value, detail}, index): Line => {
    const isSelected = top + index === at;
    const name = truncate(value, width - 2);
    return [
      span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
      span(name, isSelected ? 'selected' : 'plain'),
      span(detail ? truncate(`  ${detail}`, width - 2 - name.length) : '', 'muted'),
    ];
  });
  const none = offers.length === 0 ? [line('  Nobody known: it is taken as typed.', 'muted')] : [];
  const filled = [...drawn, ...none];
  return <Lines lines={[...filled, ...Array.from({length: rows - filled.length}, () => [])]} />;
}
