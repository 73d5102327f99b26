import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import stringWidth from 'string-width';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {options} from '../../scripts/build/options.ts';
import {makeStoreHome} from '../harness/store-home.ts';

interface Bundled {
  readonly stringWidth: typeof stringWidth;
  readonly Segmenter: typeof Intl.Segmenter;
}

const entry = `
import stringWidth from 'string-width';
const Segmenter = Intl.Segmenter;
export {stringWidth, Segmenter};`;

const folder = makeStoreHome();
let bundled: Bundled = {stringWidth, Segmenter: Intl.Segmenter};

beforeAll(async () => {
  const {entryPoints: _, outdir: __, ...rest} = options;
  const outfile = path.join(folder.path, 'bundled.mjs');
  const stdin = {contents: entry, resolveDir: import.meta.dirname};
  await build({...rest, splitting: false, stdin, outfile});
  bundled = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Bundled;
});

afterAll(() => folder.remove());

const texts = [
  '',
  'Apex Banking · Payments API',
  ' ❯ ✔ ◐ Runbooks ─── 4/6 …',
  'Ångström, Straße, Ελλάδα, Москва',
  'e\u0301 decomposed, \u00AD soft hyphen, \u200B zero width',
  '日本語テキスト',
  '👍🏽 👨‍👩‍👧‍👦 🇪🇸 ✔️ 1️⃣',
  '한글 ㄱㅏ',
  'नमस्ते',
  '\u001B[31mred\u001B[39m',
  '\u001B[1;38;5;246m── 日本 ──\u001B[22;39m e\u0301 \u001B[',
  '\u001B]8;;https://example.com\u0007link\u001B]8;;\u0007 \u009B1mbold',
  '\0\u000B\u000C\u007F\r\n\n\r',
  'tab\there\r\nand a line',
];

describe('what stands in for packages in the bundle', () => {
  test('every character and every pair with a letter is as wide as string-width says', () => {
    expect(bundled.stringWidth).not.toBe(stringWidth);
    const wrong: string[] = [];
    for (let code = 0; code < 0x1_00_00; code += 1) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a${character}`])
        if (bundled.stringWidth(text) !== stringWidth(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test.each(texts)('%j is as wide, with every option', (text) => {
    for (const settings of [
      undefined,
      {},
      {ambiguousIsNarrow: false},
      {ambiguousIsNarrow: true},
      {countAnsiEscapeCodes: true},
    ])
      expect(bundled.stringWidth(text, settings)).toBe(stringWidth(text, settings));
  });

  test.each(texts)('%j falls into the same segments', (text) => {
    expect(bundled.Segmenter).not.toBe(Intl.Segmenter);
    for (const granularity of ['grapheme', 'word'] as const) {
      const ours = new bundled.Segmenter(undefined, {granularity}).segment(text);
      const real = new Intl.Segmenter(undefined, {granularity}).segment(text);
      expect([...ours]).toEqual([...real]);
      for (let index = -1; index <= text.length; index += 1)
        expect(ours.containing(index)).toEqual(real.containing(index));
    }
  });

  test('no two characters that count as simple join into one grapheme', () => {
    const real = new Intl.Segmenter();
    const isSimple = (text: string): boolean => {
      const segments = new bundled.Segmenter().segment(text) as Partial<Intl.Segments>;
      return Object.hasOwn(segments, 'containing');
    };
    const simple = Array.from({length: 0x1_00_00}, (_, code) => String.fromCharCode(code)).filter(
      (character) => isSimple(character),
    );
    expect(simple.length).toBeGreaterThan(1000);
    for (const first of simple) {
      // Each of them before every other: first a first b first c …
      const text = first + simple.join(first);
      expect([...real.segment(text)].length, first).toBe(text.length);
    }
  });
});
