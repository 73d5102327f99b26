import {keyLabel} from '../keys/key-label.ts';
import {keyOf, labelOf, type KeyLayer} from '../keys/layer.ts';
import {glyphs} from '../theme/glyphs.ts';
import {lineWidth, span, type Line, type Span} from '../list/line.ts';
import {frameBindings} from './frame-bindings.ts';

function keySpans(layer: KeyLayer): Line[] {
  return layer.flatMap((entry) => {
    const key = keyOf(layer, entry);
    if (!entry.isPrimary || entry.offBecause || key === undefined) return [];
    return [[span(keyLabel(key), 'accent'), span(` ${labelOf(entry)}`, 'muted')]];
  });
}

/** As many of the layer's keys as fit, the way to all keys always among them. */
export function footerLine(layer: KeyLayer, width: number): Line {
  const all = keySpans(layer);
  const help = layer.some(({binding}) => binding === frameBindings.help) ? all.at(-1) : undefined;
  const separator = span(` ${glyphs.dot} `, 'muted');
  const row: Span[] = [span(' ')];
  let room = width - 2 - (help ? lineWidth(help) + 3 : 0);
  for (const keys of help ? all.slice(0, -1) : all) {
    const cost = lineWidth(keys) + 3;
    if (cost > room) break;
    room -= cost;
    row.push(...(row.length > 1 ? [separator] : []), ...keys);
  }
  if (help) row.push(...(row.length > 1 ? [separator] : []), ...help);
  return row;
}
