import type {Nodes} from 'mdast';
import {describe, expect, it} from 'vitest';
import {documentNames} from '../../../source/documents/document-names.ts';
import {parseMarkdown} from '../../../source/markdown/parse-markdown.ts';
import {parseSections} from '../../../source/documents/markdown/parse-sections.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {now, readEvidence, sampleHandoff} from '../sample-handoff.ts';
import {richDocument} from './rich-document.ts';

/** A tree without the places in the source, which count from each section's own start. */
function bare(nodes: readonly Nodes[]): unknown {
  return JSON.parse(
    JSON.stringify(nodes, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
}

const tricky: Readonly<Record<string, string>> = {
  'a comment in a block of code':
    '```sh\n# one\n```\n\n# Title\n\n~~~\n# two\n```\n# three\n~~~\n## End',
  'a fence that is never closed': '# A\n\n```\n# b\n## c\n',
  'a longer fence': '````\n# a\n```\n# b\n````\n# c\n',
  'a fence in an entry': '- ```\n  # a\n  ```\n# b\n',
  'an open fence in an entry': '- ```\n  # a\n# b\n```\n# c\n```\n',
  'an indented fence': '  ```\n# a\n  ```\n# b\n',
  'a comment of HTML': '<!--\n# a\n\n# b\n-->\n# c\n',
  'a footnote from afar': '# A\n\nx[^n]\n\n# B\n\ny\n\n# C\n\n[^n]: note\n\n# D\n',
  'a link defined elsewhere':
    '# A\n\n[Home] and [x][y]\n\n# B\n\n[home]: https://a.example\n[y]: /b\n# C\n',
  'underlined headings': 'A\n===\n\n# B\n\nC\n---\n# D',
  'a heading in a quotation': '> # a\n# b\n> c\n# d',
  nothing: '',
};

describe('parsing section by section gives the same as parsing at once for', () => {
  it.each(Object.entries(tricky))('%s', (_, text) => {
    expect(bare(parseSections(text))).toEqual(bare(parseMarkdown(text).children));
  });

  it('a document with everything', () => {
    expect(bare(parseSections(richDocument))).toEqual(bare(parseMarkdown(richDocument).children));
  });

  it.each(documentNames)('%s', async (name) => {
    const text = await renderDocument(name, sampleHandoff, {now, readEvidence});
    expect(bare(parseSections(text))).toEqual(bare(parseMarkdown(text).children));
  });
});
