import {useState} from 'react';
import {useInput} from 'ink';
import {bindings, keyLabel} from '../keys/bindings.ts';
import {findKey, type KeyLayer} from '../keys/layer.ts';
import {keyName} from '../keys/key-name.ts';
import type {Size} from './size.ts';
import {line, padEnd, span, wrap, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';

interface KeyHelpProps {
  readonly layer: KeyLayer;
  readonly explanation?: string | undefined;
  readonly size: Size;
  readonly onClose: () => void;
}

const keyColumn = 18;

function helpLines(layer: KeyLayer, width: number): Line[] {
  return layer.flatMap((entry) => {
    const {keys, help} = bindings[entry.action];
    const own = keys.filter((key) => findKey(layer, key) === entry);
    if (own.length === 0) return [];
    const text = entry.offBecause ? `${help} Off now: ${entry.offBecause}` : help;
    return wrap(text, width - keyColumn).map((row, index) => [
      span(padEnd(index === 0 ? own.map(keyLabel).join(', ') : '', keyColumn), 'accent'),
      span(row, entry.offBecause ? 'muted' : 'plain'),
    ]);
  });
}

/** All keys of the screen below, from the one table. */
export function KeyHelp({layer, explanation, size, onClose}: KeyHelpProps) {
  const [top, setTop] = useState(0);
  const lines: Line[] = [
    ...(explanation ? [...wrapLines(explanation.replaceAll(/\s+/g, ' '), size.width), []] : []),
    line('Keys of this screen', 'heading'),
    [],
    ...helpLines(layer, size.width),
  ];
  const lowest = Math.max(0, lines.length - size.height);
  useInput((input, key) => {
    const name = keyName(input, key);
    const step = {up: -1, k: -1, down: 1, j: 1, pageup: -10, pagedown: 10}[name];
    if (step === undefined) onClose();
    else setTop((at) => Math.max(0, Math.min(lowest, at + step)));
  });
  const rows = lines.slice(Math.min(top, lowest), Math.min(top, lowest) + size.height);
  const left = lines.length - top - rows.length;
  if (left > 0) rows[rows.length - 1] = line(`↓ ${left + 1} more lines`, 'muted');
  return <Lines lines={rows} />;
}
