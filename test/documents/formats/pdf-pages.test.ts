import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {toPdf} from '../../../source/documents/pdf/to-pdf.ts';
import {now} from '../sample-handoff.ts';
import {findProgram, skipNote} from './programs.ts';

const pdftotext = findProgram('pdftotext');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pdf-pages-'));
});

afterAll(async () => {
  await rm(folder, {recursive: true});
});

/** The pages of a document, read with the options of pdftotext. */
async function pagesOf(markdown: string, ...options: readonly string[]): Promise<string[]> {
  const pdf = path.join(folder, 'pages.pdf');
  await writeFile(pdf, await toPdf(markdown, {now, accessibleForm: 'pages.html'}));
  const {stdout} = await execa(pdftotext ?? '', ['-enc', 'UTF-8', ...options, pdf, '-']);
  return stdout.split(options.includes('-bbox') ? '</page>' : '\f').slice(0, -1);
}

function letters(index: number): string {
  return [26 * 26, 26, 1]
    .map((unit) => String.fromCodePoint(97 + (Math.floor(index / unit) % 26)))
    .join('');
}

function lines(count: number): string {
  return Array.from({length: count}, (_, line) => `Line ${line} of it.\n`).join('\n');
}

/** Sections that each fill some of a page. */
function sections(count: number, linesOfEach: number): string {
  return Array.from(
    {length: count},
    (_, index) => `## Section ${letters(index)}\n\n${lines(linesOfEach)}`,
  ).join('\n');
}

/** Runbooks as the template writes them: a line across the text, a heading, text and code. */
function runbooks(count: number): string {
  return Array.from(
    {length: count},
    (_, index) =>
      `---\n\n## Runbook ${letters(index)}\n\n${lines(index % 5)}\nCommands:\n\n` +
      `\`\`\`sh\nbegin ${letters(index)}\n${'run this\n'.repeat(index % 7)}end ${letters(index)}\n\`\`\`\n\n` +
      `### After ${letters(index)}\n\n${lines(1 + (index % 3))}\n- over ${letters(index)}\n`,
  ).join('\n');
}

/** How far down the text of a page reaches, as a part of the page; the last line is its number. */
function filled(page: string): number {
  const height = Number(/<page width="[\d.]+" height="([\d.]+)"/u.exec(page)?.[1]);
  const ends = [...page.matchAll(/yMax="([\d.]+)"/gu)].map(([, end]) => Number(end) / height);
  return Math.max(...ends.filter((end) => end < 0.93));
}

describe.skipIf(!pdftotext)(`pages of a PDF${skipNote({'poppler-utils': pdftotext})}`, () => {
  const markdown = `# Runbook\n\n${runbooks(24)}`;

  it('are filled to three quarters, whatever a line across the text divides', async () => {
    const pages = await pagesOf(markdown, '-bbox');
    expect(pages.length).toBeGreaterThan(4);
    // The margin at the foot is a part of the page that no text reaches.
    for (const page of pages.slice(0, -1)) expect(filled(page)).toBeGreaterThan(0.92 * 0.74);
  });

  it('have all of a word that is longer than a line, wherever it stands', async () => {
    const word = 'x'.repeat(9000);
    const rows = `| A | B |\n|---|---|\n| b | ${word} |\n| c | d |`;
    const code = `\`\`\`sh\necho ${word}\n\`\`\``;
    for (const text of [
      word,
      code,
      rows,
      `A table:\n\n${rows}`,
      `- ${word}`,
      `- a\n  - b\n\n    ${code.replaceAll('\n', '\n    ')}`,
    ]) {
      const pages = await pagesOf(`# Long\n\n${text}\n`);
      expect(pages.join('').match(/x/gu)).toHaveLength(word.length);
    }
  });

  it('break neither short code, nor what follows a heading within a quarter of a page', async () => {
    const pages = await pagesOf(markdown);
    const pageOf = (text: string) => pages.findIndex((page) => page.includes(`${text}\n`));
    const first = pages.findIndex((page) => page.includes('begin aaa\n'));
    expect(first).toBeLessThan(2);
    for (let index = 0; index < 24; index += 1) {
      const name = letters(index);
      expect(pageOf(`begin ${name}`), name).toBe(pageOf(`end ${name}`));
      expect(
        pages.some((page) => new RegExp(`^After ${name}$[^]*over ${name}$`, 'mu').test(page)),
        name,
      ).toBe(true);
    }
  });
});

describe.skipIf(!pdftotext)(
  `the first page of a PDF${skipNote({'poppler-utils': pdftotext})}`,
  () => {
    it('has the first section before the contents', async () => {
      const [first = ''] = await pagesOf(`# Long\n\n${sections(12, 20)}`);
      expect(first).toContain('Line 19 of it.');
      expect(first.indexOf('Section aaa')).toBeLessThan(first.indexOf('Contents'));
      expect(first.indexOf('Contents')).toBeGreaterThan(0);
    });

    it('has what comes before the first section before the contents, however long that is', async () => {
      const [first = ''] = await pagesOf(`# Long\n\nThe gist.\n\n${sections(6, 80)}`);
      expect(first.indexOf('The gist.')).toBeLessThan(first.indexOf('Contents'));
      expect(first.indexOf('Contents')).toBeLessThan(first.indexOf('Line 0 of it.'));
    });

    it('names the form for screen readers, and no other page does', async () => {
      const [first = '', ...rest] = await pagesOf(`# Long\n\n${sections(6, 30)}`);
      expect(first).toContain('For screen readers: pages.html, beside this file');
      expect(rest.join('')).not.toContain('pages.html');
    });

    it('has no contents where the document has one page or two', async () => {
      for (const count of [1, 4]) {
        const pages = await pagesOf(`# Short\n\n${sections(count + 4, 4)}`);
        expect(pages.length).toBeLessThanOrEqual(2);
        expect(pages.join('')).not.toContain('Contents');
      }
    });
  },
);
