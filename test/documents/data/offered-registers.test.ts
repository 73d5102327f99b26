import {describe, expect, it} from 'vitest';
import {documentData} from '../../../source/documents/data/document-data.ts';
import {gapsIn} from '../../../source/documents/lint/finding.ts';
import {lintDocuments} from '../../../source/documents/lint/lint-documents.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {documentationMissing} from '../../../source/handoff/gates/documentation-missing.ts';
import {handoffProgress, openItems} from '../../../source/handoff/items/progress.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import {registers} from '../../../source/handoff/registers/registers.ts';
import {registerNames, type RegisterName} from '../../../source/playbook/playbook.ts';
import {check, handoffOf, now, run, type Timed} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const offered = registerNames.filter((register) => registers[register].lacking !== undefined);

function bookWith(isOptional: boolean) {
  return playbook([
    phase('preparation', 'Preparation', [
      step('Written', 'text', [
        item('Restore', {id: 'restore', register: 'runbooks'}),
        ...offered.map((register) =>
          item(`About ${register}`, {id: register, register, isOptional}),
        ),
      ]),
    ]),
  ]);
}

const book = bookWith(true);

function row(register: RegisterName, fields: FieldValues, at = register as string): Timed {
  return {type: 'record/added', register, item: at, fields};
}

function runbook(fields: FieldValues = {}): Timed {
  const all = {
    name: 'Restore the orders',
    trigger: 'Orders are lost.',
    effect: 'safe',
    commands: 'restore',
    expected: 'ok',
    verification: 'Orders are there.',
    author: 'Ana Ruiz',
    purpose: 'restore',
    ...fields,
  };
  return row('runbooks', all, 'restore');
}

function proven(record: string, at: string, isMet = true): Timed {
  return {
    type: 'runbook/proven',
    record,
    command: 'restore',
    expected: 'ok',
    code: isMet ? 0 : 1,
    actual: 'ok',
    isMet,
    at,
  };
}

const orders = {
  name: 'Orders',
  place: '/srv/orders',
  retention: '10 years',
  rpo: '1 h',
  rto: '4 h',
  restore: 'restore  the ORDERS',
};

async function findings(changes: readonly Timed[], isOptional = true) {
  const handoff = handoffOf(changes, isOptional ? book : bookWith(false));
  const names = ['handoff-document', 'operations-runbook'] as const;
  const texts = await Promise.all(
    names.map(async (name) => [name, await renderDocument(name, handoff, {now})] as const),
  );
  return lintDocuments({handoff, documents: new Map(texts), exists: () => false});
}

describe('a table that is only offered', () => {
  it('counts as no work, stands before no gate, and is missing in no document while it is empty', () => {
    const handoff = handoffOf([runbook()], book);
    expect(handoffProgress(handoff)).toEqual({settled: 1, total: 1});
    expect(openItems(handoff)).toEqual([]);
    expect(documentationMissing(handoff).filter(({id}) => id.startsWith('item'))).toEqual([]);
    const {parts} = documentData(handoff, {audience: 'customer', now});
    expect(parts.flatMap(({missing}) => missing)).toEqual([]);
  });

  it('has lint say what a reader will miss, and keeps nothing back', async () => {
    const [document] = await findings([runbook()]);
    const told = document?.findings.filter(({level}) => level === 'offered') ?? [];
    expect(told.map(({place}) => place?.line)).toEqual(
      expect.arrayContaining(offered.map((id) => ({kind: 'item', id}))),
    );
    expect(told.map(({what}) => what)).toContain(
      '"About capacity" is empty: a limit is noticed only once it is reached.',
    );
    expect(document && gapsIn(document.findings).every(({place}) => !place)).toBe(true);
  });

  it('is asked for like any other where the playbook does not call its item optional', async () => {
    const handoff = handoffOf([runbook()], bookWith(false));
    expect(handoffProgress(handoff).total).toBe(offered.length + 1);
    expect(documentationMissing(handoff).map(({text}) => text)).toContain(
      '"About data" is not written.',
    );
    const [document] = await findings([runbook()], false);
    expect(document?.findings.some(({level}) => level === 'offered')).toBe(false);
  });

  it('is to be whole once it has a row', () => {
    const handoff = handoffOf([runbook(), row('decisions', {name: 'Files', why: 'TBD'})], book);
    expect(documentationMissing(handoff).map(({text}) => text)).toEqual([
      'The decision "Files" lacks "On", "By".',
      '"Why" of the decision "Files" still says "TBD".',
    ]);
  });

  it('asks for the result of a criterion only where no check measures it', () => {
    const criterion = {name: 'Fast', target: '1 s'};
    const lacking = (fields: FieldValues) =>
      documentationMissing(handoffOf([runbook(), row('criteria', fields)], book)).length;
    expect(lacking(criterion)).toBe(1);
    expect(lacking({...criterion, check: 'Answers in time'})).toBe(0);
  });
});

describe('what the rows of a register need not say', () => {
  const restoreOf = (changes: readonly Timed[]) => {
    const handoff = handoffOf(changes, book);
    return documentData(handoff, {audience: 'customer', now}).tables.data.map(
      ({lastRestore}) => lastRestore,
    );
  };

  it('the last restore is that of the newest proof of the runbook that restores the data', () => {
    expect(restoreOf([runbook(), row('data', orders)])).toEqual(['never tried']);
    const tries = [
      runbook(),
      row('data', orders),
      proven('a1', '2026-03-02T10:00:00.000Z'),
      proven('a1', '2026-03-04T10:00:00.000Z'),
    ];
    expect(restoreOf(tries)).toEqual(['2026-03-04, worked']);
    const failed = proven('a1', '2026-03-04T12:00:00.000Z', false);
    expect(restoreOf([...tries, failed])).toEqual(['2026-03-04, failed']);
  });

  it('is unknown where the runbook does not restore, or is none', () => {
    const unknown = ['unknown: no runbook that restores it is named'];
    const proof = proven('a1', '2026-03-04T10:00:00.000Z');
    expect(restoreOf([runbook({purpose: 'back up'}), row('data', orders), proof])).toEqual(unknown);
    expect(restoreOf([runbook(), row('data', {...orders, restore: 'Rest'})])).toEqual(unknown);
  });

  it('a criterion says what its check says', async () => {
    const criterion = row('criteria', {name: 'Fast', target: '1 s', check: 'Answers in time'});
    const measured = run([check('Answers in time', {outcome: 'fail'})]);
    const text = await renderDocument('handoff-document', handoffOf([criterion, measured], book), {
      now,
    });
    expect(text).toMatch(/\| Fast +\| 1 s +\| fail, 2026-03-03 +\| Answers in time/u);
  });
});

describe('a runbook that a row names', () => {
  const names = [
    ['monitoring', {name: 'Orders', watched: 'watched', alert: 'No orders'}],
    ['recovery', {name: 'The host'}],
    ['maintenance', {name: 'Try it'}],
  ] as const;
  const rows = (name: string) =>
    names.map(([register, fields]) => row(register, {...fields, runbook: name}));

  it('is led to for whoever is on call', async () => {
    const handoff = handoffOf([runbook(), ...rows('restore the orders')], book);
    const text = await renderDocument('operations-runbook', handoff, {now});
    const links = text.match(/\[restore the orders\]\(#restore-the-orders\)/gu);
    expect(links).toHaveLength(names.length);
    expect(text).toMatch(/^#+ Restore the orders$/mu);
    const document = await renderDocument('handoff-document', handoff, {now});
    expect(document).toContain('[operations runbook](operations-runbook.md)');
  });

  it('leads nowhere where there is none of that name, and lint says which may be meant', async () => {
    const changes = [runbook(), ...rows('Restor the orders')];
    const text = await renderDocument('operations-runbook', handoffOf(changes, book), {now});
    expect(text).not.toContain('[Restor the');
    for (const {findings: found} of await findings(changes)) {
      const told = found.filter(({rule}) => rule === 'unknown-name');
      expect(told.map(({what}) => what)).toEqual(
        names.map(
          ([, {name}]) =>
            `"Runbook" of "${name}" names "Restor the orders", and there is no runbook of that name.`,
        ),
      );
      expect(told.map(({toDo}) => toDo)).toContain('Perhaps "Restore the orders" is meant.');
    }
  });

  it('is told by lint where the customer may read the row and not the runbook', async () => {
    const changes = [
      runbook(),
      ...rows('Restore the orders'),
      {type: 'record/addressed', record: 'a1', audience: 'internal'} as const,
    ];
    const [document] = await findings(changes);
    const told = document?.findings.filter(({rule}) => rule === 'unknown-name') ?? [];
    expect(told[0]?.what).toBe(
      '"Runbook" of "Orders" names "Restore the orders", which the customer may not read.',
    );
  });
});
