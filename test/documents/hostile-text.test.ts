import {describe, expect, it} from 'vitest';
import {documentNames} from '../../source/documents/document-names.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {hostile, hostileHandoff} from './hostile-handoff.ts';
import {now} from './sample-handoff.ts';
import {readMarkdown} from './read-markdown.ts';

/** What a document looks like with harmless words in the same places. */
async function shape(name: (typeof documentNames)[number], text: string) {
  const markdown = await renderDocument(name, hostileHandoff(text), {
    now,
    audience: 'internal',
    readEvidence: async () => text,
  });
  return {markdown, read: readMarkdown(markdown, 3)};
}

const levels = (outline: readonly string[]) =>
  outline.map((line) => line.slice(0, line.search(/[^#]|$/u)));

const plainShapes = new Map(documentNames.map((name) => [name, shape(name, 'word')]));

describe('hostile text in every field', () => {
  for (const [kind, text] of Object.entries(hostile))
    for (const name of documentNames)
      it(`of the kind "${kind}" comes out of ${name} as text`, async () => {
        const {markdown, read} = await shape(name, text);
        const plain = await plainShapes.get(name);
        // Texts bring headings of their own from level 3 on; an empty text has no section.
        const own = /heading|footnote|empty/u.test(kind) ? 2 : 3;
        const depth = (outline: readonly string[]) =>
          levels(outline).filter((signs) => signs.length <= own);
        expect(depth(read.outline)).toEqual(depth(plain?.read.outline ?? []));
        expect(read.types).not.toContain('html');
        for (const rows of read.tables) expect(new Set(rows).size).toBe(1);
        expect(read.urls.filter((url) => /^(?:javascript|data|vbscript):/iu.test(url))).toEqual([]);
        expect(markdown).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E\uFDD0-\uFDEF]/u);
      });

  it('is shown in full where a person wrote it', async () => {
    const text = hostile['punctuation'] ?? '';
    const {read} = await shape('handoff-document', text);
    expect(read.cells.flat(2)).toContain(text);
    expect(read.outline[0]).toBe(`# ${text}: handoff to ${text}`);
  });

  it('does not bring the headings of a text above the place it is printed at', async () => {
    const {read} = await shape('handoff-document', hostile['heading'] ?? '');
    expect(read.outline.filter((line) => line === '# Top' || line === '## Second')).toEqual([]);
  });
});
