import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {create} from 'fontkit';
import {describe, expect, it} from 'vitest';
import {measureNode} from '../../../source/documents/diagrams/measure-node.ts';
import {textWidth} from '../../../source/documents/diagrams/text-width.ts';
import {wrapLabel} from '../../../source/documents/diagrams/wrap-label.ts';

function font(name: string, file: string) {
  const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const font = create(readFileSync(path.join(folder, file)));
  if (!('layout' in font)) throw new Error(`${file} holds no single font.`);
  return (text: string, size: number) => (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

const fonts = [
  font('dejavu-fonts-ttf', 'ttf/DejaVuSans.ttf'),
  font('pdfmake', 'fonts/Roboto/Roboto-Regular.ttf'),
];

const labels = [
  'Orders API 2.4.1 (shop-1), port 8080',
  'W'.repeat(200),
  'x'.repeat(200),
  'Служба сообщений и уведомлений',
  'ΥΠΗΡΕΣΙΑ ΜΗΝΥΜΑΤΩΝ',
  'Überweisungsträgerprüfstelle ÅÄÖ',
  '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
];

describe('a label in its box', () => {
  it.each(labels)('takes no more room than its box has, as its font measures it: %s', (label) => {
    const {lines, width, height} = measureNode({id: 'a', label: [label, label], isOutside: false});
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(height).toBeLessThan(120);
    for (const measure of fonts)
      for (const {text, size} of lines) expect(measure(text, size), text).toBeLessThan(width - 8);
  });

  it('breaks between words and behind what joins them, never a name that has room', () => {
    const room = {width: 100, lines: 3, size: 13};
    expect(wrapLabel('Card payments gateway', room)).toEqual(['Card', 'payments', 'gateway']);
    expect(wrapLabel('orders.eu-west.example.com', room)).toEqual([
      'orders.eu-',
      'west.example.',
      'com',
    ]);
  });

  it('is cut with a sign where it has too many lines, and stays whole letters', () => {
    const lines = wrapLabel('👩🏽‍🚀'.repeat(80), {width: 60, lines: 2, size: 13});
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^(?:👩🏽‍🚀)+…$/u);
  });

  it('knows that what is wide is wide', () => {
    expect(textWidth('データ', 10)).toBeGreaterThanOrEqual(30);
    expect(textWidth('सन्देश', 10)).toBeGreaterThan(20);
    expect(textWidth('', 10)).toBe(0);
  });
});
