import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {TemplateError} from '../../source/documents/liquid/template-error.ts';
import {renderDocument, type DocumentOptions} from '../../source/documents/render-document.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {shortDigest} from '../../source/handoff/standing/digest.ts';
import {now, sampleHandoff, sampleStamp, withoutStamp} from './sample-handoff.ts';

let templates = '';

beforeAll(async () => {
  templates = await mkdtemp(path.join(tmpdir(), 'templates-'));
});

afterAll(async () => {
  await rm(templates, {recursive: true});
});

async function render(source: string, options: Partial<DocumentOptions> = {}): Promise<string> {
  await writeFile(path.join(templates, 'session-papers.md'), source);
  return withoutStamp(
    await renderDocument('session-papers', sampleHandoff, {now, templates, ...options}),
  );
}

async function problemOf(source: string): Promise<TemplateError> {
  const error = await render(source).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TemplateError);
  return error as TemplateError;
}

describe('a template', () => {
  it.each([
    ['an unknown name', 'Hello\n\n  {{ summary.nonsense }}\n', 3, 6],
    ['an unknown filter', 'Hello\n{{ system | nonsense }}\n', 2, 1],
    ['an unknown tag', 'Hello\n {% nonsense %}\n', 2, 2],
    ['a loop that is not closed', '# A\n{% for a in parts %}\n', 2, 1],
    ['a table that is not closed', '# A\n{% table %}\n| a |\n', 2, 1],
    ['an output that is not closed', '# A\n{{ system \n', 2, 1],
    ['a table of contents without a depth', '# A\n\n{% contents all %}\n', 3, 1],
    ['an included file', '# A\n{% include "/etc/hostname" %}\n', 2, 1],
    ['a rendered file', '# A\n{% render "session-papers.md" %}\n', 2, 1],
    ['a layout', '{% layout "../../package.json" %}\n', 1, 1],
    ['too large a range', '# A\n{% for i in (1..900000000) %}{% endfor %}', 2, 1],
    ['internal notes in a document for the customer', '{{ internal.itemNotes }}', 1, 4],
  ])('with %s is refused with its place', async (_, source, line, column) => {
    const error = await problemOf(source);
    expect(error).toMatchObject({file: path.join(templates, 'session-papers.md'), line, column});
    expect(error.message).toMatch(new RegExp(`session-papers\\.md:${line}:${column}: \\S`, 'u'));
    expect(error.message).not.toMatch(/line:\d|col:\d|\n/u);
    expect(error.hint).toMatch(/^[A-Z].*\.$/u);
  });

  it('that is missing is named', async () => {
    const folder = path.join(templates, 'none');
    const rendering = renderDocument('session-papers', sampleHandoff, {now, templates: folder});
    await expect(rendering).rejects.toThrow(
      `${path.join(folder, 'session-papers.md')}: The template`,
    );
  });

  it('reaches own data only, not what objects inherit', async () => {
    await expect(render('{{ system.constructor }}')).rejects.toBeInstanceOf(TemplateError);
    await expect(render('{{ constructor.constructor }}')).rejects.toBeInstanceOf(TemplateError);
  });

  it('prints text escaped without any filter', async () => {
    expect(await render('{% assign x = "# <b>*a*</b> | b" %}\n{{ x }}\n')).toBe(
      '\\# \\<b>\\*a\\*\\</b> \\| b\n',
    );
  });

  it('prints its own Markdown with the filter raw', async () => {
    expect(await render('{{ "**bold**" | raw }}')).toBe('**bold**\n');
  });

  it('may place Markdown in a list, where it is indented', async () => {
    const source = '- one\n\n  {{ parts[0].sections[0].text | markdown: 5 }}\n';
    expect(await render(source)).toContain(
      '\n  ##### Components\n\n  - `pay-api`, version 4.2.1\n',
    );
  });

  it('cannot break a heading or a table with Markdown in the wrong place', async () => {
    const text = await render('# A {{ parts[0].sections[0].text | markdown: 2 }} b\n');
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toMatch(/^# A Two pods .* b\n$/u);
  });

  it('cannot see the clock of the machine', async () => {
    expect(await render('{{ "now" | date }}, {{ now | date }}')).toBe('now, 2026-03-05\n');
  });

  it.each([
    ['says nothing of it', '# A\n', `# A\n\n---\n\n${sampleStamp}\n`],
    ['says it', '# A\n\n{{ stamp }}\n', `# A\n\n${sampleStamp}\n`],
    [
      'says half of it',
      '# A\n\n{{ version }}\n',
      `# A\n\n${shortDigest(handoffDigest(sampleHandoff))}\n\n---\n\n${sampleStamp}\n`,
    ],
  ])('that %s makes a document with its moment and version once', async (_, source, text) => {
    await writeFile(path.join(templates, 'session-papers.md'), source);
    expect(await renderDocument('session-papers', sampleHandoff, {now, templates})).toBe(text);
  });

  it('numbers anchors that occur twice', async () => {
    const text = await render(
      '# T\n\n## Contents\n\n{% contents 3 %}\n\n## A b!\n\n### A b\n\n## A b\n',
    );
    expect(text).toContain('- [A b!](#a-b)\n  - [A b](#a-b-1)\n- [A b](#a-b-2)\n\n## A b!');
  });
});
