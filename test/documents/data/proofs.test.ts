import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import type {DocumentName} from '../../../source/documents/document-names.ts';
import {handoffOf, now} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const tasks = playbook([
  phase('preparation', 'Preparation', [
    step('Operational runbooks', 'text', [
      item('Restart services', {id: 'restart', register: 'runbooks'}),
      item('Back up and restore', {id: 'data', register: 'runbooks'}),
      item('Contacts', {id: 'contacts', register: 'contacts'}),
    ]),
  ]),
  phase('session', 'Session', [
    step('Demonstrations', 'demonstrations', [item('Restart a service', {id: 'show'})]),
  ]),
]);

const row = (fields: FieldValues, of = 'restart'): Change => ({
  type: 'record/added',
  register: of === 'contacts' ? 'contacts' : 'runbooks',
  item: of,
  fields,
});
const restart = {name: 'Restart', commands: 'restart', expected: 'up', effect: 'safe'};
const ran = (record: string, command = 'restart', more: object = {}): Change => ({
  type: 'runbook/proven',
  record,
  command,
  isMet: true,
  expected: 'up',
  actual: 'exit 0: up',
  code: 0,
  host: 'shop-1',
  ...more,
});
const changed = (record: string, fields: FieldValues): Change => ({
  type: 'record/changed',
  record,
  fields,
});

// The first row is the second action of the journal.
const first = 'a1';

function render(changes: readonly Change[], name: DocumentName = 'handoff-document', at = now) {
  return renderDocument(name, handoffOf(changes, tasks), {now: at, audience: 'customer'});
}

describe('a proof in the operations runbook', () => {
  const name = 'operations-runbook';
  it('says where it ran, and no longer what was seen once the commands are others', async () => {
    const text = await render([row(restart), ran(first)], name);
    expect(text).toMatch(/\*\*Last proven:\*\* .+, by Ana Ruiz on shop-1\./);
    expect(text).toContain('Seen: exit 0: up');
    const other = [row(restart), ran(first), changed(first, {commands: 'rm -rf data'})];
    const rewritten = await render(other, name);
    expect(rewritten).toMatch(
      /\*\*Tried before it was changed:\*\* .+ The runbook was changed since then\./,
    );
    expect(rewritten).not.toContain('Last proven');
    expect(rewritten).not.toContain('exit 0');
  });

  it('says that it is too old, or a word, or borne out by nothing', async () => {
    const old = await render([row(restart), ran(first)], name, '2026-04-20T08:00:00.000Z');
    expect(old).toContain('It was more than 14 days ago.');
    const byHand = await render([row(restart), ran(first, '')], name);
    expect(byHand).toMatch(/\*\*Said to work:\*\* .+ Nothing was measured\./);
    const failed = await render([row(restart), ran(first, 'restart', {code: 1})], name);
    expect(failed).toMatch(/\*\*Tried and not proven:\*\* .+ It ended with exit 1\./);
  });
});

describe('the last tested restore', () => {
  const part = async (changes: readonly Change[]) => {
    const text = await render(changes);
    return text.slice(text.indexOf('### Last tested restore')).split('\n## ')[0] ?? '';
  };
  const backup = {...restart, name: 'Restore point', commands: 'echo ok', purpose: 'back up'};
  const restore = {...restart, name: 'Bring it back', purpose: 'restore'};

  it('is none where only a backup ran, whatever it is called', async () => {
    const text = await part([row(backup, 'data'), ran(first, 'echo ok')]);
    expect(text).toContain('No runbook says that it restores what is backed up.');
    expect(text).not.toContain('it worked');
    const both = await part([row(backup, 'data'), row(restore, 'data'), ran(first, 'echo ok')]);
    expect(both).toContain('"Bring it back" has never been proven.');
  });

  it('is the newest that still counts', async () => {
    const rows = [row(restore, 'data'), row({...restore, name: 'Bring all back'}, 'data')];
    const text = await part([...rows, ran('a2'), ran(first)]);
    expect(text).toMatch(/"Bring it back" was last performed on .+, and it worked\./);
    const lapsed = [...rows, ran('a2'), ran(first), changed(first, {expected: 'anything'})];
    expect(await part(lapsed)).toContain('"Bring all back" was last performed');
    const none = await part([rows[0] as Change, ran(first), changed(first, {expected: 'any'})]);
    expect(none).toContain('The runbook was changed since then.');
    expect(none).not.toContain('it worked');
  });
});

it('a task is told as performed from the runbook as it was', async () => {
  const shown: readonly Change[] = [
    row(restart),
    {
      type: 'demonstration/started',
      item: 'show',
      performer: 'Mina',
      observer: 'Ana Ruiz',
      runbook: first,
    },
    {type: 'demonstration/ended', demonstration: 'a2', result: 'unaided'},
  ];
  const started: Change = {type: 'session/started'};
  expect(await render([...shown, started], 'session-summary')).not.toContain('earlier version');
  const rewritten = [...shown, changed(first, {commands: 'reboot'})];
  const words = 'unaided, from an earlier version of "Restart"';
  expect(await render([...rewritten, started], 'session-summary')).toContain(words);
  const removed = [...shown, {type: 'record/removed', record: first} as const, started];
  expect(await render(removed, 'session-summary')).toContain(
    'unaided, from a runbook that was removed since',
  );
});

it('a contact is told as tested before the number was another', async () => {
  const lee = {name: 'Lee', level: '1', channel: '+34 1', tested: '2026-03-01'};
  const text = await render([row(lee, 'contacts'), changed(first, {channel: '+34 2'})]);
  expect(text).toContain('2026-03-01, before "Channel" was changed');
});
