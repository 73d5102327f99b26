import type {Ref} from 'react';
import {keyLabel} from '../keys/key-label.ts';
import {findKey, type KeyLayer} from '../keys/layer.ts';
import {line, padEnd, span, wrap, type Line} from '../list/line.ts';
import {Pager} from '../list/pager.tsx';
import type {PaneHandle} from '../list/use-pane.ts';
import type {Size} from './size.ts';

interface KeyHelpProps {
  readonly layer: KeyLayer;
  readonly explanation?: ((width: number) => readonly Line[]) | undefined;
  readonly surroundings?: ((width: number) => readonly Line[]) | undefined;
  readonly size: Size;
  /** Moves through the lines. */
  readonly ref: Ref<PaneHandle>;
}

const keyColumn = 18;

function helpLines(layer: KeyLayer, width: number): Line[] {
  return layer.flatMap((entry) => {
    const {keys, help} = entry.binding;
    const own = keys.filter((key) => findKey(layer, key) === entry);
    if (own.length === 0) return [];
    const text = entry.offBecause ? `${help} Off now: ${entry.offBecause}` : help;
    return wrap(text, width - keyColumn).map((row, index) => [
      span(padEnd(index === 0 ? own.map(keyLabel).join(', ') : '', keyColumn), 'accent'),
      span(row, entry.offBecause ? 'muted' : 'plain'),
    ]);
  });
}

/** All keys of the screen below, from the one table, between what the screen is for and what is around it. */
export function KeyHelp({layer, explanation, surroundings, size, ref}: KeyHelpProps) {
  const above = explanation?.(size.width) ?? [];
  const below = surroundings?.(size.width) ?? [];
  const lines: Line[] = [
    ...(above.length > 0 ? [...above, []] : []),
    line('Keys of this screen', 'heading'),
    [],
    ...helpLines(layer, size.width),
    ...(below.length > 0 ? [[], ...below] : []),
  ];
  return <Pager lines={lines} height={size.height} ref={ref} />;
}
