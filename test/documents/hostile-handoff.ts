import {amount} from '../harness/amount.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../source/handoff/model/handoff.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';
import {check, evidenceName, handoffOf, run, type Names} from './sample-handoff.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

/** Texts that would break something wherever they were not escaped, by what they would break. */
export const hostile: Readonly<Record<string, string>> = {
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
  // More than a page of a narrow column.
  long: `${'word '.repeat(amount(200, 1000))}${'x'.repeat(amount(1000, 5000))}`,
  punctuation: '*_~`|\\[]()<>#+-.!{}$%^&:;"\'/?@=,'.repeat(5),
  nested: `${'> '.repeat(amount(200, 1000))}x`,
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

const made = new Map<string, Handoff>();

/** A handoff with the text in every field that a person or a system can fill. */
export function hostileHandoff(text: string): Handoff {
  const handoff = made.get(text) ?? makeHostile(text);
  made.set(text, handoff);
  return handoff;
}

function makeHostile(text: string): Handoff {
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
    {type: 'sign-off/recorded', name: text, role: text, decision: 'declined', remarks: text},
    {
      type: 'sign-off/recorded',
      name: text,
      role: text,
      decision: 'accepted-with-conditions',
      conditions: [text, text],
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
