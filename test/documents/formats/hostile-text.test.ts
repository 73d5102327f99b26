import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import type {Nodes} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {elementsIn, textOf} from '../../../source/documents/html/elements.ts';
import {toHtml} from '../../../source/documents/html/to-html.ts';
import {toPdf} from '../../../source/documents/pdf/to-pdf.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {isFull} from '../../harness/amount.ts';
import {hostile, hostileHandoff} from '../hostile-handoff.ts';
import {now} from '../sample-handoff.ts';
import {findProgram, skipNote} from './programs.ts';

const qpdf = findProgram('qpdf');
const pdftotext = findProgram('pdftotext');
const tools = qpdf && pdftotext;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hostile-'));
});

afterAll(async () => {
  await rm(folder, {recursive: true});
});

function markdownOf(text: string): Promise<string> {
  return renderDocument('handoff-document', hostileHandoff(text), {
    now,
    audience: 'internal',
    readEvidence: async () => text,
  });
}

/** What a page has that no text may add to: how often each tag is there that loads or runs. */
function powers(node: Nodes): Readonly<Record<string, number>> {
  const tags = ['script', 'style', 'img', 'iframe', 'object', 'base', 'meta', 'form', 'h1', 'main'];
  return Object.fromEntries(tags.map((tag) => [tag, elementsIn(node, tag).length]));
}

const plain = powers(fromHtml(await toHtml(await markdownOf('word'))));

describe.each(Object.entries(hostile))('hostile text of the kind "%s"', (_, text) => {
  it('adds nothing to a page that loads, runs or leads astray', async () => {
    const page = await toHtml(await markdownOf(text));
    const tree = fromHtml(page);
    expect(powers(tree)).toEqual(plain);
    const addresses = elementsIn(tree, 'a').map(({properties}) => String(properties['href']));
    expect(addresses.filter((href) => /^\s*(?:javascript|data|vbscript):/iu.test(href))).toEqual(
      [],
    );
    // eslint-disable-next-line no-control-regex
    expect(page).not.toMatch(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });
});

/** All kinds in one text; what opens and does not close comes last, so that the others count. */
const together = Object.entries(hostile)
  .toSorted(([a], [b]) => Number(a === 'code') - Number(b === 'code'))
  .map(([, text]) => text)
  .join('\n\n');

describe.skipIf(!tools)(`as PDF${skipNote({qpdf, 'poppler-utils': pdftotext})}`, () => {
  it.each(isFull ? Object.entries(hostile) : [['every kind', together] as const])(
    'hostile text of %s is sound',
    async (_, text) => {
      const file = path.join(folder, 'hostile.pdf');
      await writeFile(file, await toPdf(await markdownOf(text), {now}));
      expect((await execa(qpdf ?? '', ['--check', file])).exitCode).toBe(0);
      const {stdout} = await execa(pdftotext ?? '', [file, '-']);
      expect(stdout).toContain('Validation evidence');
      expect(stdout).not.toContain('\u001B');
    },
  );
});

describe('hostile text in a page', () => {
  it('is shown in full', async () => {
    for (const kind of ['html', 'liquid', 'punctuation', 'long']) {
      const text = hostile[kind] ?? '';
      const main = elementsIn(fromHtml(await toHtml(await markdownOf(text))), 'main')[0];
      const shown = main ? textOf(main).replaceAll(/\s+/gu, ' ') : '';
      expect(shown).toContain(text.trim().replaceAll(/\s+/gu, ' '));
    }
  });
});
