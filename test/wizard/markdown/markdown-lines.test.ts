import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {markdownLines, readMarkdown} from '../../../source/wizard/markdown/markdown-lines.ts';
import {largeHandoff} from '../../documents/large-handoff.ts';
import {now, readEvidence, sampleHandoff} from '../../documents/sample-handoff.ts';

function rows(markdown: string, width = 40): string[] {
  return markdownLines(readMarkdown(markdown), width).map((line) =>
    line.map(({text}) => text).join(''),
  );
}

describe('Markdown in a terminal', () => {
  it('shows headings, paragraphs and rules', () => {
    expect(rows('# A *b*\n\nOne two three\nfour.\n\n---\n\n## C\n\n### D\n', 12)).toEqual([
      'A b',
      '────────────',
      '',
      'One two',
      'three four.',
      '',
      '────────────',
      '',
      'C',
      '',
      'D',
    ]);
  });

  it('gives words their weight, and addresses their place', () => {
    const [line] = markdownLines(
      readMarkdown('**a** *b* `c` [d](https://x.y) [e](#e) ![f](g.png) <https://h.i>'),
      90,
    );
    expect(
      line?.filter(({text}) => text.trim() !== '').map(({text, token}) => [text, token]),
    ).toEqual([
      ['a', 'strong'],
      ['b', 'emphasis'],
      ['c', 'accent'],
      ['d', 'accent'],
      ['(https://x.y)', 'muted'],
      ['e', 'accent'],
      ['[picture:', 'muted'],
      ['f]', 'muted'],
      ['https://h.i', 'accent'],
    ]);
  });

  it('nests lists, numbers them, and ticks what is ticked', () => {
    const list =
      '- a\n- b\n  - c and a text that goes on\n  - d\n- e\n\n3. f\n4. g\n\n- [x] h\n- [ ] i\n';
    expect(rows(list, 20)).toEqual([
      '• a',
      '• b',
      '  • c and a text',
      '    that goes on',
      '  • d',
      '• e',
      '',
      '3. f',
      '4. g',
      '',
      '• ✔ h',
      '• ○ i',
    ]);
  });

  it('keeps the lines of code, and goes on below where they are too long', () => {
    expect(rows('```sh\n  ls -l /very/long\n\nb\n```\n\n> said\n> so', 10)).toEqual([
      '│   ls -l ',
      '│ /very/lo',
      '│ ng',
      '│ ',
      '│ b',
      '',
      '│ said so',
    ]);
  });

  it('aligns tables, wraps their cells, and lists what is too wide', () => {
    const table =
      '| A | Long column |\n|---|---|\n| 1 | some words that are too many |\n| 22 | b |\n';
    expect(rows(table, 20)).toEqual([
      'A   Long column',
      '────────────────────',
      '1   some words that',
      '    are too many',
      '22  b',
    ]);
    const wide = `|${' h |'.repeat(12)}\n|${'---|'.repeat(12)}\n|${' abcdefghij |'.repeat(12)}\n`;
    expect(rows(wide, 30).slice(0, 2)).toEqual(['h: abcdefghij', 'h: abcdefghij']);
  });

  it.each([20, 60, 80, 100])(
    'never makes a row wider than %d cells, nor loses a word',
    async (width) => {
      const names = ['handoff-document', 'validation-report'] as const;
      const render = (name: (typeof names)[number]) =>
        renderDocument(name, sampleHandoff, {now, readEvidence});
      const text = (await Promise.all(names.map(render))).join('\n\n');
      const shown = rows(text, width);
      for (const row of shown) expect(stringWidth(row), row).toBeLessThanOrEqual(width);
      const all = shown.join('').replaceAll(/[\s│]+/gu, '');
      const headings = [...text.matchAll(/^#+ (?<title>[\w ]+)$/gmu)].map(
        ([, title = '']) => title,
      );
      for (const words of [...headings, 'ERROR E17 line 0'])
        expect(all).toContain(words.replaceAll(/\s+/gu, ''));
    },
  );

  it('shows any text, however long or deep, and a large handoff', async () => {
    for (const text of ['> '.repeat(5000), '*'.repeat(20_000), '字'.repeat(500), '', '```\n'])
      for (const row of rows(text, 40)) expect(stringWidth(row)).toBeLessThanOrEqual(40);
    const text = await renderDocument('handoff-document', largeHandoff(), {now});
    expect(rows(text, 80).join('\n')).toContain('Question about 39?');
  });
});
