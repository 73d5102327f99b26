import {describe, expect, it} from 'vitest';
import {documentNames, teamDocuments} from '../../../source/handoff/model/document-set.ts';
import {acceptanceWords} from '../../../source/handoff/standing/acceptance-standing.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {isRecorded} from '../../../source/handoff/standing/document-standing.ts';
import {revisionData} from '../../../source/documents/data/revision-data.ts';
import {audienceFor} from '../../../source/documents/document-names.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import type {Audience} from '../../../source/playbook/playbook.ts';
import {checkRun, handoffWith, held, type Told} from '../../fixtures/afterwards.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {makeTwoStores} from '../folding/two-stores.ts';

const documents = ['handoff-document'];

/** The documents are written of the handoff as it is, at an instant. */
function issue(changes: readonly Told[], at: string, part: object = {}): Told[] {
  const digest = handoffDigest(handoffWith(changes));
  const set = {asOf: at, digest, formats: ['md'], folder: '/set', documents, ...part};
  return [...changes, {type: 'documents/written', ...set, at}];
}

const march = (day: number, hour = 12) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();

function told(changes: readonly Told[], at: string, audience: Audience = 'customer') {
  return revisionData(handoffWith(changes), 'handoff-document', {audience, now: at});
}

const risk = (fields: Readonly<Record<string, string>>): Told => ({
  type: 'record/added',
  register: 'risks',
  item: 'issues',
  fields: {name: 'Queue fills', severity: '3', state: 'open', ...fields},
  at: march(6),
});

const runbook = (name: string): Told => ({
  type: 'record/added',
  register: 'runbooks',
  item: 'restart-services',
  fields: {name, commands: 'true', expected: 'ok'},
  at: march(7),
});

const first = issue([...held, risk({})], march(6));

describe('the revision of a document', () => {
  it('is the first until another one was written', () => {
    const words = 'revision 1, the first';
    expect(told(held, march(6))).toMatchObject({number: 1, words, replaces: null, changes: []});
    expect(told(first, march(6))).toMatchObject({number: 1, words, changes: []});
  });

  it('stays the same where the same is written again, with the day of its first issue', () => {
    const again = issue(first, march(7));
    expect(told(again, march(7))).toMatchObject({
      number: 1,
      words: 'revision 1 of 6 March 2026, the first',
    });
  });

  it('counts what was written, not what was entered', () => {
    const many = [...first, runbook('A'), runbook('B'), runbook('C')];
    expect(told(many, march(7))).toMatchObject({
      number: 2,
      words: 'revision 2, which replaces revision 1 of 6 March 2026',
      changes: [{title: 'Runbooks', text: 'added: A, B, C'}],
    });
    const second = issue(many, march(7));
    expect(told(issue(second, march(8)), march(8))).toMatchObject({number: 2});
    expect(told([...second, runbook('D')], march(9))).toMatchObject({
      number: 3,
      replaces: 2,
      changes: [{title: 'Runbooks', text: 'added: D'}],
    });
  });

  it('names a few of many, and counts the others', () => {
    const many = Array.from({length: 17}, (_, index) => runbook(`Runbook ${index + 1}`));
    expect(told([...first, ...many], march(7)).changes).toEqual([
      {
        title: 'Runbooks',
        text: 'added: Runbook 1, Runbook 2, Runbook 3, Runbook 4, Runbook 5 and 12 more',
      },
    ]);
  });

  it('says in words what happened to each kind of thing', () => {
    const before = issue(
      [
        ...held,
        risk({}),
        runbook('Restart'),
        {type: 'checks/recorded', run: checkRun(march(5, 9), 'pass'), at: march(7)},
      ],
      march(7),
    );
    const after: Told[] = [
      ...before,
      {
        type: 'record/changed',
        record: `a${held.length + 1}`,
        fields: {state: 'accepted'},
        at: march(8),
      },
      {
        type: 'record/changed',
        record: `a${held.length + 2}`,
        fields: {expected: 'active'},
        at: march(8),
      },
      {type: 'checks/recorded', run: checkRun(march(8, 9), 'fail'), at: march(8)},
      {type: 'transition/extended', until: '2026-03-26', reason: 'It takes longer', at: march(8)},
      {
        type: 'calendar/set',
        holidays: [],
        weekend: ['friday', 'saturday'],
        reason: 'As they work',
        at: march(8),
      },
    ];
    const texts = told(after, march(8)).changes.map(({title, text}) => `${title} ${text}`);
    expect(texts).toContain('Transition extended until 2026-03-26: the transition');
    expect(texts).toContain('Dates changed: the business days');
    expect(texts).toContainEqual(expect.stringMatching(/^Checks now fail: .+; run on Sun 8 Mar/u));
    expect(texts).toContainEqual(expect.stringMatching(/ now accepted: Queue fills$/u));
    expect(texts).toContain('Runbooks changed: Restart');
  });

  it('tells what was taken away, and does not name what became internal', () => {
    const [gone, kept] = [runbook('Old'), runbook('Secret plan')];
    const before = issue([...first, gone, kept], march(7));
    const after: Told[] = [
      ...before,
      {type: 'record/removed', record: `a${first.length + 1}`, reason: 'Never used', at: march(8)},
      {
        type: 'record/addressed',
        record: `a${first.length + 2}`,
        audience: 'internal',
        reason: 'Ours alone',
        at: march(8),
      },
    ];
    expect(told(after, march(8)).changes).toEqual([
      {title: 'Runbooks', text: 'taken away: Old and 1 more'},
    ]);
  });

  it('is counted apart for each reader', () => {
    const own = issue([...held, risk({})], march(6), {audience: 'internal'});
    const more = [...own, runbook('A')];
    expect(told(more, march(7), 'internal')).toMatchObject({number: 2});
    expect(told(more, march(7))).toMatchObject({number: 1, replaces: null, changes: []});
  });

  it('is that of the document, where another one was written in between', () => {
    const other = issue([...first, runbook('A')], march(7), {documents: ['session-papers']});
    const more = [...other, runbook('B')];
    expect(told(more, march(8))).toMatchObject({
      number: 2,
      changes: [{title: 'Runbooks', text: 'added: A, B'}],
    });
  });

  it('does not change for a customer with what only the own team reads', () => {
    const after: Told[] = [
      ...first,
      {type: 'item/noted', item: 'issues', note: 'They are slow to pay', at: march(7)},
      runbook('Our own'),
      {
        type: 'record/addressed',
        record: `a${first.length + 2}`,
        audience: 'internal',
        at: march(7),
      },
    ];
    expect(told(after, march(7))).toMatchObject({number: 1, changes: []});
    const own = issue([...held, risk({})], march(6), {audience: 'internal'});
    const noted = [...own, ...after.slice(first.length)];
    expect(told(noted, march(7), 'internal')).toMatchObject({number: 2});
  });

  it('changes with time alone, where what was waived or proven counts no more', () => {
    const proven: Told[] = [
      ...first,
      runbook('Restart'),
      {
        type: 'runbook/proven',
        record: `a${first.length + 1}`,
        command: 'true',
        isMet: true,
        expected: 'ok',
        actual: 'ok',
        code: 0,
        duration: 5,
        at: march(7),
      },
    ];
    const written = issue(proven, march(7));
    const handoff = handoffWith(written);
    const [last] = handoff.documentSets.slice(-1);
    if (!last) throw new Error('nothing was written');
    const set = (asOf: string) => ({...last, asOf});
    expect(isRecorded(handoff, set(march(8)))).toBe(true);
    const late = '2026-09-01T12:00:00.000Z';
    expect(told(written, late)).toMatchObject({
      number: 3,
      changes: [{title: 'Runbooks', text: 'proven too long ago: Restart'}],
    });
    expect(isRecorded(handoff, set(late))).toBe(false);
  });

  it('counts what earlier versions of the program have written', async () => {
    await using store = await makeTwoStores();
    const write = (handoff: Handoff): Change => ({
      type: 'documents/written',
      asOf: handoff.updatedAt,
      digest: handoffDigest(handoff),
      formats: ['md'],
      folder: '/set',
      documents,
    });
    store.forge(write, {v: 2});
    await store.append({type: 'item/written', item: 'network', text: 'One flow.'});
    const reading = {audience: 'customer', now: new Date().toISOString()} as const;
    expect(revisionData(store.handoff(), 'handoff-document', reading)).toMatchObject({
      number: 2,
      changes: [{title: 'Items', text: 'written: Network'}],
    });
  });
});

it('who gets a document is the same for the record and for the writing', () => {
  const team = documentNames.filter((name) => audienceFor(name) === 'internal');
  expect([...teamDocuments].toSorted()).toEqual(team.toSorted());
});

it('an acceptance names the revision that the receiver had, and keeps it', async () => {
  await using world = await makeWorld('in transition');
  await world.append({
    type: 'documents/written',
    asOf: new Date().toISOString(),
    digest: handoffDigest(world.handoff()),
    formats: ['md'],
    folder: '/set',
    documents,
  });
  await using bare = await makeWorld('signed');
  expect(acceptanceWords(bare.handoff())).toMatch(/\(version [0-9a-f]{12}\)/u);
  await world.by(engineer, {
    type: 'sign-off/recorded',
    name: 'Mina Okafor',
    role: 'operations',
    decision: 'declined',
    remarks: 'The restore is still to be shown',
    how: 'in person',
  });
  expect(acceptanceWords(world.handoff())).toMatch(/\(revision \d+, version [0-9a-f]{12}\)/u);
});
