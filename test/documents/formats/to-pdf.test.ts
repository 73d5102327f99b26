import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {documentNames, type DocumentName} from '../../../source/documents/document-names.ts';
import {toPdf} from '../../../source/documents/pdf/to-pdf.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {amount} from '../../harness/amount.ts';
import {largeHandoff} from '../large-handoff.ts';
import {readMarkdown} from '../read-markdown.ts';
import {now, readEvidence, sampleHandoff} from '../sample-handoff.ts';
import {findProgram, skipNote} from './programs.ts';
import {richDocument} from './rich-document.ts';

const qpdf = findProgram('qpdf');
const pdftotext = findProgram('pdftotext');
const pdffonts = findProgram('pdffonts');

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pdf-'));
});

afterAll(async () => {
  await rm(folder, {recursive: true});
});

async function write(markdown: string, name: string): Promise<string> {
  const file = path.join(folder, `${name}.pdf`);
  await writeFile(file, await toPdf(markdown, {now}));
  return file;
}

const made = new Map<string, Promise<string>>();

/** A document of a handoff, rendered once for all that look at it. */
function pdfOf(name: DocumentName, kind: keyof typeof handoffs): Promise<string> {
  const key = `${name}-${kind}`;
  const file =
    made.get(key) ??
    renderDocument(name, handoffs[kind], {now, readEvidence}).then((text) => write(text, key));
  made.set(key, file);
  return file;
}

async function textOf(file: string): Promise<string> {
  const {stdout} = await execa(pdftotext ?? '', ['-enc', 'UTF-8', file, '-']);
  return stdout;
}

const rich = toPdf(richDocument, {now});

async function writeRich(): Promise<string> {
  const file = path.join(folder, 'rich.pdf');
  await writeFile(file, await rich);
  return file;
}

/** Without white space, which lines and pages put anywhere. */
function tight(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

const handoffs = {sample: sampleHandoff, large: largeHandoff()};
const cases = documentNames.flatMap((name) =>
  (['sample', 'large'] as const).map((kind) => [name, kind] as const),
);

describe('a document as PDF', () => {
  it('has the same bytes for the same text and minute', async () => {
    const again = await toPdf(richDocument, {now: now.replace(':00.000Z', ':59.000Z')});
    expect(Buffer.compare(await rich, again)).toBe(0);
    const later = await toPdf(richDocument, {now: '2027-01-01T00:00:00.000Z'});
    expect(Buffer.compare(later, again)).not.toBe(0);
  });

  it('is made for no text at all', async () => {
    const bytes = await toPdf('', {now, title: 'Nothing'});
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});

describe('a text that is very long', () => {
  const word = Array.from({length: amount(2500, 10_000)}, (_, index) => index.toString(36)).join(
    '',
  );

  it.each([
    ['word', word],
    ['heading', `## ${word}`],
    ['line of code', `\`\`\`\n${word}\n\`\`\``],
    ['cell', `| a | b |\n|---|---|\n| ${word} | x |`],
    ['entry', `- ${word}`],
    ['paragraph', 'seven words and no end of them '.repeat(amount(1000, 4000))],
  ])('is laid out as a %s', async (_, markdown) => {
    const bytes = await toPdf(`# A\n\n${markdown}\n`, {now});
    expect(bytes.length).toBeGreaterThan(20_000);
  });
});

describe.skipIf(!qpdf)(`qpdf finds nothing wrong${skipNote({qpdf})}`, () => {
  it.each(cases)('in %s of the %s handoff', async (name, kind) => {
    const {exitCode} = await execa(qpdf ?? '', ['--check', await pdfOf(name, kind)]);
    expect(exitCode).toBe(0);
  });

  it('in a document with everything', async () => {
    const {exitCode} = await execa(qpdf ?? '', ['--check', await writeRich()]);
    expect(exitCode).toBe(0);
  });

  it('and it leads to the addresses of links and to places within', async () => {
    const file = await writeRich();
    const {stdout} = await execa(qpdf ?? '', ['--json', file]);
    expect(stdout).toContain('https://example.com/a?b=c&d');
    expect(stdout).toContain('"/Outlines"');
    expect(stdout).toMatch(/"\/D(?:est)?": "u:[a-z][a-z-]*"/u);
    expect(stdout).not.toMatch(/javascript|\/Launch|\/EmbeddedFile|127\.0\.0\.1/iu);
  });
});

const poppler = pdftotext && pdffonts;

describe.skipIf(!poppler)(`poppler reads${skipNote({'poppler-utils': poppler})}`, () => {
  it.each(cases)('every heading of %s of the %s handoff', async (name, kind) => {
    const markdown = await renderDocument(name, handoffs[kind], {now, readEvidence});
    const text = tight(await textOf(await pdfOf(name, kind)));
    const titles = readMarkdown(markdown).outline.map((line) => line.replace(/^#+ /u, ''));
    expect(titles.length).toBeGreaterThan(2);
    expect(titles.filter((title) => !text.includes(tight(title)))).toEqual([]);
    expect(text).toMatch(/Page1of\d+/u);
  });

  it('the page of every heading in the contents', async () => {
    const file = await pdfOf('handoff-document', 'large');
    const pages = (await textOf(file)).split('\f').map(tight);
    const {stdout} = await execa(pdftotext ?? '', ['-layout', '-l', '1', file, '-']);
    // Columns of titles, each with its page.
    const listed = [...stdout.matchAll(/(\S(?:\S| (?! {2}))*) {3,}(\d+)(?= {3}|$)/gmu)];
    expect(listed.length).toBeGreaterThan(10);
    for (const [, title = '', page] of listed)
      expect(pages[Number(page) - 1], title).toContain(tight(title));
  });

  it('what a person wrote as text, whatever it looks like', async () => {
    const text = tight(await textOf(await writeRich()));
    for (const shown of [
      '<b>handoff</b> & more',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<div onclick="alert(1)">block</div>',
      '{{ liquid }} {% include "/etc/passwd" %}',
      'click (javascript:alert(1))',
      '# not a heading',
      'line 11 ``` <i>',
      'Client <script>',
      'shown as its text: gantt title The plan',
      'Signs ✓ → ┌─┐',
      'Αθήνα, Київ, café',
    ])
      expect(text).toContain(tight(shown));
    expect(text.match(/x{20,}/gu)?.join('').length).toBeGreaterThanOrEqual(10_000);
  });

  it('a placeholder for every character that no font has', async () => {
    const text = tight(await textOf(await writeRich()));
    expect(text).toContain('[U+1F9FF]');
    expect(text).toContain('[U+E000]');
  });

  it('the plain one of two characters that look the same, whichever document came before', async () => {
    const file = path.join(folder, 'ohm.pdf');
    for (const sign of ['\u2126', '\u03A9', '\u2126'])
      await writeFile(file, await toPdf(`# Signs\n\nSo many ${sign}, and an office.\n`, {now}));
    expect(await textOf(file)).toContain('So many \u03A9, and an office.');
  });

  it('only fonts that are embedded', async () => {
    const {stdout} = await execa(pdffonts ?? '', [await writeRich()]);
    const rows = stdout.split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row).toMatch(/\byes +yes +yes\b/u);
  });
});
