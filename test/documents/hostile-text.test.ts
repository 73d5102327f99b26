import {describe, expect, it} from 'vitest';
import type {Change} from '../../source/handoff/actions.ts';
import type {Handoff} from '../../source/handoff/model.ts';
import type {Playbook} from '../../source/playbook/model.ts';
import {documentNames} from '../../source/documents/document-names.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {check, evidenceName, handoffOf, now, run, type Names} from './sample-handoff.ts';
import {readMarkdown} from './read-markdown.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

const hostile: Readonly<Record<string, string>> = {
  heading: '# Top\n## Second',
  'setext heading': 'Title\n=====\n\nOther\n-----',
  html: '<script>alert(1)</script><!-- x --><img src=x onerror=alert(1)>\n\n<div>\n# in html',
  liquid: '{{ internal.itemNotes }} {% include "/etc/passwd" %} {% raw %} {{ x | raw }}',
  table: 'a | b || c \\| d\n|---|---|\n| 1 | 2 |',
  code: '```\n# not closed\n~~~\n`a` ``b` \\`',
  list: '- a\n  1. b\n* c\n+ d\n1) e\n- [x] f',
  quote: '> a\n>> b\n---\n***\n===',
  links: '[a](javascript:alert(1)) ![i](data:text/html,x) [r] <javascript:x>\n\n[r]: vbscript:x',
  terminal:
    '\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2J \u0008\u0000 \u202Eevil\u202C\r\n\u2028x',
  marks: '\uFDD00\uFDD0 \uFDD12\uFDD1\n\uFDD00\uFDD0\n\uFDD13\uFDD1',
  entities: '&lt;b&gt; &#60; &amp; &nbsp; \\<b> \\',
  long: `${'word '.repeat(1000)}${'x'.repeat(5000)}`,
  punctuation: '*_~`|\\[]()<>#+-.!{}$%^&:;"\'/?@=,'.repeat(5),
  nested: `${'> '.repeat(1000)}x`,
  footnote: 'a[^1]\n\n[^1]: # note\n\n    # more',
  empty: ' \n\t ',
};

function hostilePlaybook(text: string): Playbook {
  const entry = (id: string, more = {}) => item(text, {id, ...more});
  const named = (kind: Parameters<typeof phase>[0], steps: Parameters<typeof phase>[2]) => ({
    ...phase(kind, text, steps),
    id: kind,
  });
  const blocks = [entry('block', {minutes: {min: 1, max: 2}, children: [entry('topic')]})];
  return playbook(
    [
      named('preparation', [
        step(text, 'text', [entry('one'), entry('two'), entry('left-out')]),
        step(text, 'checklist', [entry('plain'), entry('linked')]),
      ]),
      named('session', [step(text, 'agenda', blocks)]),
      named('post-handoff', [step(text, 'documents', [entry('whole'), item('Resources')])]),
    ],
    [`validate ${text}`],
  );
}

function hostileHandoff(text: string): Handoff {
  const names: Names = {customer: text, system: text, actor: text};
  const changes: Change[] = [
    {type: 'item/written', item: 'one', text},
    {type: 'item/written', item: 'whole', text},
    {type: 'item/written', item: 'resources', text},
    {type: 'item/settled', item: 'left-out', status: 'not-applicable', reason: text},
    {type: 'item/noted', item: 'plain', note: text},
    {type: 'item/assigned', item: 'plain', owner: text},
    {type: 'item/scheduled', item: 'plain', due: '2026-01-01'},
    {type: 'item/evidenced', item: 'linked', link: text},
    {type: 'item/settled', item: 'linked', status: 'done'},
    hostileRun(text),
    {type: 'session/started'},
    {type: 'session/block-entered', block: 'block'},
    {type: 'session/noted', kind: 'question', text, block: 'block'},
    {type: 'session/answered', note: 'a13', answer: text},
    {type: 'session/noted', kind: 'note', text},
    {type: 'session/ended'},
    {
      type: 'sign-off/recorded',
      name: text,
      role: text,
      decision: 'accepted-with-conditions',
      remarks: text,
    },
  ];
  return handoffOf(changes, hostilePlaybook(text), names);
}

function hostileRun(text: string) {
  const finding = {subject: text, expected: text, actual: text, isMet: false};
  const evidence = {
    stored: evidenceName,
    original: text,
    bytes: 5,
    isTruncated: true,
    redacted: [text],
  };
  const more = {kind: text, message: text, target: text, fix: text, proves: text, evidence};
  const findings = [{...finding, level: 'expect'} as const, {...finding, level: 'warn'} as const];
  return run(
    [check(text, {...more, findings, outcome: 'fail'}), check(text, {...more, findings})],
    {
      actor: text,
      file: text,
      fileSha256: text,
    },
  );
}

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
  for (const [kind, text] of Object.entries(hostile)) {
    for (const name of documentNames) {
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
    }
  }

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
