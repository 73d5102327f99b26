import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {toPdf} from '../../../source/documents/pdf/to-pdf.ts';
import {now} from '../sample-handoff.ts';
import {findProgram, skipNote} from './programs.ts';
import {longWord, scripts, tableDocument, wholeValues} from './table-document.ts';

const qpdf = findProgram('qpdf');
const pdftotext = findProgram('pdftotext');
const tools = qpdf && pdftotext;
const note = skipNote({qpdf, 'poppler-utils': pdftotext});

/** A font of two characters that none of the program's own has: 漢 and 字. */
const fonts = path.join(import.meta.dirname, 'fonts');

let folder = '';
let file = '';
const missing: number[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pdf-tables-'));
  file = path.join(folder, 'tables.pdf');
  const onMissing = (codePoints: readonly number[]) => void missing.push(...codePoints);
  await writeFile(file, await toPdf(tableDocument(300), {now, fontFolders: [fonts], onMissing}));
});

afterAll(async () => {
  await rm(folder, {recursive: true});
});

async function textOf(pdf: string, ...options: string[]): Promise<string> {
  const all = ['-enc', 'UTF-8', ...options, pdf, '-'];
  return (await execa(pdftotext ?? '', all)).stdout.replaceAll(/[\u200E\u200F\u202A-\u202E]/gu, '');
}

function tight(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

describe.skipIf(!tools)(`hard tables as PDF${note}`, () => {
  it('are a sound file', async () => {
    expect((await execa(qpdf ?? '', ['--check', file])).exitCode).toBe(0);
  });

  it('keep numbers, days and addresses on one line', async () => {
    const lines = (await textOf(file, '-layout')).split('\n');
    const broken = wholeValues.filter((value) => !lines.some((line) => line.includes(value)));
    expect(broken).toEqual([]);
  });

  it('are printed whole, however many columns and rows they have', async () => {
    const text = tight(await textOf(file));
    for (const row of ['first', 'second', 'third'])
      for (let column = 0; column < 40; column += 1)
        expect(text).toContain(
          column % 9 === 0 ? `${row}-${column}.apex.example` : `${row}${column}`,
        );
    for (let row = 0; row < 300; row += 1) expect(text).toContain(`Theentry${row}ofmany`);
    expect(text.match(/x{20,}/gu)?.join('').length).toBe(longWord.length);
  });

  it('repeat their head on every page', async () => {
    const pages = (await textOf(file, '-layout')).split('\f');
    const long = pages.filter((page) => page.includes('of many, with'));
    expect(long.length).toBeGreaterThan(5);
    for (const page of long) expect(page).toMatch(/Number +Text +State/u);
  });

  it('keep the lines of a cell', async () => {
    expect(await textOf(file, '-layout')).toMatch(/stop +Ana\n.*start +Ben\n.*look/u);
  });

  it('have every script in the order in which it is read, and everyday emoji', async () => {
    const text = await textOf(file);
    const {Thai: _, ...drawn} = scripts;
    // Between fonts, poppler does not see each space.
    const read = new Set(text.normalize('NFKC').split('\n').map(tight));
    expect(Object.values(drawn).filter((words) => !read.has(tight(words)))).toEqual([]);
  });

  it('say which characters no font has', async () => {
    expect(new Set(missing)).toEqual(
      new Set(Array.from(scripts.Thai, (sign) => sign.codePointAt(0))),
    );
    expect(await textOf(file)).toContain('[U+0E20]');
  });
});
