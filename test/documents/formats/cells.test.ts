import {fromHtml} from 'hast-util-from-html';
import {describe, expect, it} from 'vitest';
import {elementsIn, textOf} from '../../../source/documents/html/elements.ts';
import {toHtml} from '../../../source/documents/html/to-html.ts';
import {safeMarkdown} from '../../../source/documents/markdown/safe-markdown.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {handoffOf, now} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

function safe(text: string): string {
  return safeMarkdown(text, {depth: 4, footnotePrefix: 'a-'}).markdown;
}

async function mainOf(markdown: string) {
  const tree = fromHtml(await toHtml(markdown));
  return elementsIn(tree, 'main')[0] ?? tree;
}

const rows = `| Step | Who |
| --- | --- |
| stop<br>start<BR /> look | Ana<br>Ben |
| <b>bold</b> and <i>slanted</i>, H<sub>2</sub>O | <b onclick="x()">not</b> <i>open <script>x</script> |`;

describe('a cell of a table', () => {
  it('keeps its lines and harmless HTML in Markdown, and nothing else of it', () => {
    const text = safe(rows);
    expect(text).toContain('stop<br>start<br>');
    expect(text).toContain('Ana<br>Ben');
    expect(text).toContain('**bold** and *slanted*, H<sub>2</sub>O');
    expect(text).toContain('\\<b onclick="x()">not\\</b> \\<i>open \\<script>x\\</script>');
    expect(safe(text)).toBe(text);
  });

  it('has them in a page', async () => {
    const cells = elementsIn(await mainOf(`# Steps\n\nWho does what.\n\n${safe(rows)}`), 'td');
    expect(cells.map((cell) => elementsIn(cell, 'br').length)).toEqual([2, 1, 0, 0]);
    expect(cells.flatMap((cell) => elementsIn(cell, 'strong').map(textOf))).toEqual(['bold']);
    expect(cells.flatMap((cell) => elementsIn(cell, 'sub').map(textOf))).toEqual(['2']);
    expect(textOf(cells[3] ?? {type: 'text', value: ''})).toBe(
      '<b onclick="x()">not</b> <i>open <script>x</script>',
    );
  });

  it('has the lines that a person typed, and no HTML that a person typed', async () => {
    const any = playbook([
      phase('preparation', 'Preparation', [
        step('What was deployed', 'text', [item('Parts', {id: 'parts', register: 'components'})]),
      ]),
    ]);
    const fields = {name: 'API', purpose: 'Takes orders\nand <br> keeps them'};
    const handoff = handoffOf(
      [{type: 'record/added', register: 'components', item: 'parts', fields}],
      any,
    );
    const text = await renderDocument('handoff-document', handoff, {now});
    expect(text).toContain('Takes orders<br>and \\<br> keeps them');
  });
});

describe('telephone numbers and addresses', () => {
  const phones = {
    '+49 30 1234-5678': 'tel:+493012345678',
    '+1 (555) 010-9999': 'tel:+15550109999',
  };

  it('are links', async () => {
    const markdown = `Call ${Object.keys(phones).join(' or ')} at 2026-11-20, +02:00, A+1234567.

| Name | Phone | Mail | Since | Page |
| --- | --- | --- | --- | --- |
| Ana | 030 123 456, +44 20 7946 0958 | ana@apex.example.com | 2026-11-20 | https://a.example/x |`;
    const links = elementsIn(await mainOf(markdown), 'a').map(({properties}) => properties['href']);
    expect(links).toEqual([
      ...Object.values(phones),
      'tel:030123456',
      'tel:+442079460958',
      'mailto:ana@apex.example.com',
      'https://a.example/x',
    ]);
  });
});
