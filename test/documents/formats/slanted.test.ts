import {readFileSync} from 'node:fs';
import {create} from 'fontkit';
import {expect, it} from 'vitest';
import {usualFaces, type FontFile} from '../../../source/documents/pdf/fonts.ts';

function charactersIn(file: FontFile): ReadonlySet<number> {
  const font = create(readFileSync(String(file)));
  if (!('characterSet' in font)) throw new Error(`${String(file)} holds no single font.`);
  return new Set(font.characterSet);
}

it.each(usualFaces())('what %s shows upright, it shows slanted', (_, {normal, italics}) => {
  const slanted = charactersIn(italics);
  expect([...charactersIn(normal)].filter((code) => !slanted.has(code))).toEqual([]);
});
