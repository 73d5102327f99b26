import {fromHtml} from 'hast-util-from-html';
import {toString} from 'mdast-util-to-string';
import PostalMime from 'postal-mime';
import {describe, expect, it} from 'vitest';
import {audienceFor, documentNames} from '../../source/documents/document-names.ts';
import {renderSet} from '../../source/documents/render-set.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {refusal} from '../../source/handoff/rules/refusal.ts';
import {registers} from '../../source/handoff/registers/registers.ts';
import type {Field} from '../../source/handoff/registers/field.ts';
import {registerNames, type Item, type RegisterName} from '../../source/playbook/playbook.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {handoffOf, journalOf, now, type Timed} from './sample-handoff.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';
import {pdfText} from './pdf-text.ts';

/** A word that stands nowhere else, with the name of the place it was put into. */
const plant = (place: string) => `zzplanted ${place.replaceAll(/[^a-z0-9]+/giu, ' ')} secretly`;

const planted = /zzplanted/iu;

const own: Partial<Item> = {audience: 'internal'};

/** What a field of a row says: the plant wherever a text may stand, else something that it may hold. */
function valueOf(register: RegisterName, field: Field): string {
  if (field.choices) return field.choices[0] ?? '';
  if (field.kind === 'date') return field.time === 'done' ? '2026-03-02' : '2026-03-20';
  return plant(`${register} ${field.name}`);
}

/** A row with the plant in each field, or only in those that no customer reads. */
function row(register: RegisterName, isWhole: boolean): Timed {
  const all: readonly Field[] = registers[register].fields;
  const fields = Object.fromEntries(
    all.map((field): [string, string] => {
      const isPlanted = isWhole || field.isInternal === true;
      const isFixed = field.choices !== undefined || field.kind === 'date';
      const usual = isFixed ? valueOf(register, field) : '';
      return [field.name, isPlanted ? valueOf(register, field) : usual || 'Public words'];
    }),
  );
  return {type: 'record/added', register, item: `keeper-of-${register}`, fields};
}

const hidden = registerNames.filter(
  (name) => !('isShared' in registers[name] && registers[name].isShared),
);

const bare = (text: string, more: Partial<Item> = {}) => ({...item(text), ...more});

const book = playbook([
  phase('preparation', 'Preparation', [
    step('Work', 'checklist', [
      bare('Tell the customer', {}),
      bare(plant('ticked'), {...own, isChecked: true}),
      bare(plant('item text'), {...own, details: plant('item details')}),
      bare('Public parent', {children: [bare(plant('child'), own)]}),
      bare(plant('internal parent'), {...own, children: [bare(plant('its child'))]}),
    ]),
    step(
      'Tables',
      'text',
      registerNames.map((register) => bare(`Keeper of ${register}`, {register})),
    ),
    step(plant('step with own items only'), 'checklist', [bare(plant('only item'), own)]),
    step('Documents', 'documents', [bare(plant('written'), own)]),
    step('Session plan', 'plan', []),
  ]),
  phase('session', 'Session', [
    step('Agenda', 'agenda', [
      bare('Overview', {children: [bare('Topic'), bare(plant('topic'), own)]}),
      bare(plant('block'), own),
    ]),
    step('Demonstrations', 'demonstrations', [bare('Restart'), bare(plant('task'), own)]),
  ]),
  phase('post-handoff', 'Afterwards', [
    step('Open points', 'follow-ups', [bare('Close every open point')]),
    step('Transition', 'transition', [bare('Hold the first check-in')]),
    step('Chores', 'checklist', [
      bare(plant('due chore'), {...own, due: {amount: 1, unit: 'days', after: 'session'}}),
    ]),
    step('Sign-off', 'sign-off', [bare('Obtain the sign-off')]),
  ]),
]);

const ids = (text: string) =>
  allItems(book).find((place) => place.item.text === text)?.item.id ?? text;

function plantedChanges(): readonly Timed[] {
  const ownItems = allItems(book).filter(({item: {text}}) => planted.test(text));
  const rows = hidden.flatMap((register): Timed[] => [row(register, true)]);
  const shared = registerNames.map((register) => row(register, false));
  const before: Timed[] = [...shared, ...rows];
  const record = (register: RegisterName) => `a${1 + shared.length + hidden.indexOf(register)}`;
  return [
    ...before,
    ...hidden.map((register): Timed => ({
      type: 'record/addressed',
      record: record(register),
      audience: 'internal',
    })),
    // What was done with an internal row stays internal as well.
    {
      type: 'runbook/proven',
      record: record('runbooks'),
      command: plant('proof command'),
      isMet: true,
      expected: plant('proof expected'),
      actual: plant('proof actual'),
    },
    {
      type: 'record/changed',
      record: record('risks'),
      fields: {severity: '2'},
      reason: plant('why'),
    },
    ...ownItems.flatMap(({item: {id}}): Timed[] => [
      {type: 'item/noted', item: id, note: plant(`note ${id}`)},
      {type: 'item/written', item: id, text: plant(`text ${id}`)},
      {type: 'item/evidenced', item: id, link: `https://example.com/zzplanted-link-${id}`},
      {type: 'item/assigned', item: id, owner: plant(`owner ${id}`)},
      {type: 'item/scheduled', item: id, due: '2026-03-06'},
    ]),
    ...allItems(book).map(({item: {id}}): Timed => ({
      type: 'item/noted',
      item: id,
      note: plant(`note on ${id}`),
    })),
    {
      type: 'item/settled',
      item: ids(plant('child')),
      status: 'not-applicable',
      reason: plant('reason of an item'),
    },
    {
      type: 'gate/waived',
      gate: 'session',
      requirement: `fields ${record('risks')}`,
      text: plant('waiver text'),
      reason: plant('waiver reason'),
      approver: 'Kim Lee',
      expires: '2026-04-01',
    },
    {type: 'session/started'},
    {type: 'session/block-entered', block: ids(plant('block'))},
    {type: 'session/noted', kind: 'note', text: plant('session note')},
    {type: 'session/noted', kind: 'action', text: plant('action')},
    {type: 'session/noted', kind: 'question', text: plant('question')},
    {type: 'session/noted', kind: 'note', text: 'A note that the customer may read.'},
    {type: 'demonstration/started', item: ids(plant('task')), performer: 'Kim', observer: 'Ana'},
  ];
}

/** The changes, and then what speaks of those before by their ids. */
function story(): readonly Timed[] {
  const first = plantedChanges();
  const at = (test: (change: Change) => boolean) => `a${1 + first.findIndex(test)}`;
  const noted = (kind: string) =>
    at((change) => change.type === 'session/noted' && change.kind === kind);
  const shownNote = `a${
    1 + first.findIndex((change) => change.type === 'session/noted' && !planted.test(change.text))
  }`;
  const demonstration = at(({type}) => type === 'demonstration/started');
  return [
    ...first,
    {type: 'note/addressed', note: noted('action'), audience: 'internal'},
    {type: 'note/addressed', note: noted('question'), audience: 'internal'},
    {type: 'session/answered', note: noted('question'), answer: plant('answer')},
    {type: 'note/addressed', note: shownNote, audience: 'customer'},
    {
      type: 'demonstration/ended',
      demonstration,
      result: 'prompted',
      remark: plant('remark of a task'),
    },
    {type: 'session/ended'},
    {type: 'follow-up/closed', followUp: `action ${noted('action')}`, outcome: plant('outcome')},
    ...(['Ana Ruiz', 'Kim Lee'] as const).map((name): Timed => ({
      type: 'record/added',
      register: 'attendees',
      item: 'keeper-of-attendees',
      fields: {name, side: 'customer', role: 'on call', email: `${name.slice(0, 3)}@example.com`},
    })),
    {
      type: 'session/planned',
      startsAt: '2026-03-10T09:00:00.000Z',
      timeZone: 'Europe/Madrid',
      minutes: 60,
    },
  ];
}

/** What a customer is given, as they read it. */
async function customerTexts(changes: readonly Timed[]) {
  const handoff = handoffOf(changes, book);
  const set = await renderSet(handoff, {
    now,
    journal: journalOf(changes, book),
    formats: ['md', 'html', 'pdf'],
    audience: 'customer',
    also: ['customer/invitation.md'],
  });
  const texts = new Map<string, string>();
  for (const [file, content] of set.files) texts.set(file, await readAs(file, content));
  return {handoff, texts};
}

async function readAs(file: string, content: string | Uint8Array): Promise<string> {
  if (file.endsWith('.pdf')) return pdfText(content as Uint8Array);
  const text = typeof content === 'string' ? content : Buffer.from(content).toString();
  if (file.endsWith('.html')) return toString(fromHtml(text));
  if (file.endsWith('.eml')) {
    const {subject = '', text: body = '', attachments} = await PostalMime.parse(text);
    const attached = await Promise.all(
      attachments.map(({filename, content}) =>
        readAs(filename ?? 'part.ics', new Uint8Array(content as ArrayBuffer)),
      ),
    );
    return [subject, body, ...attached].join('\n');
  }
  return file.endsWith('.ics') ? text.replaceAll(/\r\n[ \t]/gu, '') : text;
}

describe('what only the own team may read', () => {
  it('stands in nothing that is written for the customer, whatever it was put into', async () => {
    const changes = story();
    const {texts} = await customerTexts(changes);
    const names = documentNames.filter((name) => audienceFor(name) === 'customer');
    for (const name of names)
      for (const format of ['md', 'html', 'pdf'])
        expect([...texts.keys()].some((file) => file.endsWith(`${name}.${format}`))).toBe(true);
    for (const file of ['follow-up-email.eml', 'handoff.ics', 'invitation.eml', 'invitation.ics'])
      expect([...texts.keys()]).toContain(`customer/${file}`);
    expect(texts.get('customer/follow-up-email.eml')).toContain('Validation report');
    const found = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/[^\n]{0,80}zzplanted[^\n]{0,80}/giu)].map(([line]) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  }, 120_000);

  it('is told to the own team', async () => {
    const changes = story();
    const handoff = handoffOf(changes, book);
    const {files} = await renderSet(handoff, {
      now,
      journal: journalOf(changes, book),
      formats: ['md'],
    });
    const all = [...files]
      .filter(([file]) => !file.endsWith('.ics'))
      .map(([, text]) => String(text));
    for (const place of ['item text', 'session note', 'action', 'risks name', 'due chore'])
      expect(all.join('\n')).toContain(plant(place));
  });

  it('and what somebody lets the customer read is there', async () => {
    const {texts} = await customerTexts(story());
    const summary = [...texts].find(([file]) => file.endsWith('session-summary.md'))?.[1];
    expect(summary).toContain('A note that the customer may read.');
  }, 120_000);
});

describe('a row that both sides go by', () => {
  it.each(registerNames.filter((name) => !hidden.includes(name)))(
    '%s cannot be made internal',
    (register) => {
      const changes = [row(register, false)];
      const handoff = handoffOf(changes, book);
      const asked = {type: 'record/addressed', record: 'a1', audience: 'internal'} as const;
      const asking = {actor: 'Ana', now};
      expect(refusal({handoff, journal: journalOf(changes, book)}, asked, asking)?.code).toBe(
        'shared',
      );
    },
  );
});
