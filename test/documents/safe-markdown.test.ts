import {describe, expect, it} from 'vitest';
import {safeMarkdown} from '../../source/documents/markdown/safe-markdown.ts';
import {readMarkdown} from './read-markdown.ts';

function safe(text: string, depth = 4): string {
  return safeMarkdown(text, {depth, footnotePrefix: 'a-'}).markdown;
}

describe('Markdown that an engineer wrote', () => {
  it('keeps its exact source where nothing in it needs a change', () => {
    const text =
      'Use snake_case and *stars* or __lines__.\n* a\n* b\n\n| a|b |\n|--|:-:|\n| 1 | 2 |\n\n~~~sh\n# no heading\n~~~\n\n> quote\n\n1) one';
    expect(safe(`\n${text}  \n`)).toBe(text.replace('lines__.\n*', 'lines__.\n\n*'));
  });

  it('has its headings moved below the place it stands at, in their own order', () => {
    const text = safe('# One\n\n## Two\n\nThree\n---\n\n> # Four\n\n- # Five');
    expect(readMarkdown(text).outline).toEqual([
      '#### One',
      '##### Two',
      '##### Three',
      '#### Four',
      '#### Five',
    ]);
  });

  it('has its headings moved up where they are too low', () => {
    expect(readMarkdown(safe('#### One\n\n###### Two', 3)).outline).toEqual([
      '### One',
      '##### Two',
    ]);
  });

  it('has its open fences closed', () => {
    expect(safe('```sh\nls\n# not a heading')).toBe('```sh\nls\n# not a heading\n```');
    expect(safe('~~~\nls ``` x')).toBe('````\nls ``` x\n````');
  });

  it('shows raw HTML as text', () => {
    const text = safe(
      'a <b>bold</b> <br>\n\n<div onclick="x()">\n# in it\n</div>\n\n<!-- hidden -->',
    );
    const {types, outline, text: shown} = readMarkdown(text);
    expect(types).not.toContain('html');
    expect(outline).toEqual([]);
    expect(shown).toContain('a <b>bold</b> <br>');
    expect(shown).toContain('<div onclick="x()">\n# in it\n</div>');
    expect(shown).toContain('<!-- hidden -->');
  });

  it('has its references resolved, so that two texts can use the same name', () => {
    const text = safe(
      'See [docs] and ![img][pic].\n\n[docs]: https://a.example\n[pic]: b.png\n[x]: c',
    );
    expect(text).toContain('See [docs](https://a.example) and ![img](b.png).');
    expect(text).toContain('[x](c)');
    expect(readMarkdown(text).types).not.toContain('definition');
  });

  it('has its footnotes named apart from those of other texts', () => {
    expect(safe('a[^1]\n\n[^1]: note')).toBe('a[^a-1]\n\n[^a-1]: note');
  });

  it('cannot link to something that runs', () => {
    const text = safe(
      '[a](javascript:x) ![b](data:text/html,x) <vbscript:y> [c]\n\n[c]: JavaScript:z',
    );
    expect(readMarkdown(text).urls).toEqual([]);
    expect(text).toContain('a (javascript:x)');
  });

  it('becomes plain text where it is too long or too deep to be parsed in good time', () => {
    for (const text of [`${'> '.repeat(5000)}x`, `${'word '.repeat(50_000)}\n# x`])
      expect(readMarkdown(safe(text).slice(0, 20)).types).toContain('code');
  });
});
