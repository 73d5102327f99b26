import {expect, it} from 'vitest';
import {documentData} from '../../../source/documents/data/document-data.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {documentationMissing} from '../../../source/handoff/gates/documentation-missing.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {notAsked} from '../../../source/handoff/gates/not-asked.ts';
import {sizeEffect, sizeEffectWords} from '../../../source/handoff/gates/size-effect.ts';
import {isAskedFor} from '../../../source/handoff/items/asked.ts';
import {handoffProgress} from '../../../source/handoff/items/progress.ts';
import {parsePlaybook} from '../../../source/playbook/parse.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import {handoffOf, now} from '../../documents/sample-handoff.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

const source = `---
steps: {notes: {screen: text}, tasks: {screen: demonstrations}}
registers: {limits: capacity, parts: components}
sizes: {diagrams: service, parts: service, review: platform, hold-a-retrospective: platform, fail-over: service}
audiences: {hold-a-retrospective: internal}
gates: {proof-days: 14}
---
# A

## Preparation

### Notes

- Overview
- Diagrams
- Parts
- Limits (if applicable)

### Chores

- [ ] Review
  - [ ] By a peer
- [ ] Hold a retrospective

## Session

### Tasks

- Fail over
- Restart
`;
const book = parsePlaybook(source, 'a.md', {isStrict: true});
const sized = (size: 'one-host' | 'service' | 'platform'): Change => ({
  type: 'handoff/sized',
  size,
});
const handoff = (...changes: readonly Change[]) => handoffOf(changes, book);
const asked = (one: ReturnType<typeof handoff>) =>
  allItems(book).flatMap(({item}) => (isAskedFor(one, item) ? [item.id] : []));
const ids = (one: ReturnType<typeof handoff>) => documentationMissing(one).map(({id}) => id);

it('a playbook says from which size on it asks for an item, and for what stands below that', () => {
  expect(asked(handoff(sized('one-host')))).toEqual(['overview', 'restart']);
  expect(asked(handoff(sized('service')))).toEqual([
    'overview',
    'diagrams',
    'parts',
    'fail-over',
    'restart',
  ]);
  const all = allItems(book).map(({item}) => item.id);
  // A table that is offered to all stays so.
  expect(asked(handoff(sized('platform')))).toEqual(all.filter((id) => id !== 'limits'));
  expect(asked(handoff())).toEqual(asked(handoff(sized('platform'))));
});

it('what is not asked for is no work, stands before no gate and is missing in no document', () => {
  const one = handoff(sized('one-host'));
  expect(handoffProgress(one).total).toBe(2);
  expect(ids(one)).toEqual(['item overview']);
  const gate = readGate(one, 'handover', now);
  expect(gate.missing.map(({id}) => id)).toContain('demonstration restart');
  expect(gate.missing.map(({id}) => id)).not.toContain('demonstration fail-over');
  const {parts} = documentData(one, {audience: 'customer', now});
  expect(parts.flatMap(({missing}) => missing)).toEqual(['Overview']);
});

it('what was said stays, and is then to be whole like all else', () => {
  const row: Change = {
    type: 'record/added',
    register: 'components',
    item: 'parts',
    fields: {name: 'API'},
  };
  const one = handoff(row, sized('one-host'));
  expect(one.records).toHaveLength(1);
  expect(ids(one)).toEqual(['item overview', expect.stringMatching(/^fields /u)]);
  const {parts} = documentData(one, {audience: 'customer', now});
  expect(JSON.stringify(parts)).toContain('API');
});

it('one line tells what is not asked, the customer without what is internal', () => {
  const one = handoff(sized('one-host'));
  const told = notAsked(one).find(({id}) => id === 'size');
  expect(told?.text).toBe(
    'Of one host is not asked: "Diagrams", "Parts", "Review", "By a peer", "Hold a retrospective", "Fail over".',
  );
  const {notAsked: read} = documentData(one, {audience: 'customer', now});
  expect(read.filter((text) => text.startsWith('Of one host'))).toEqual([
    'Of one host is not asked: "Diagrams", "Parts", "Review", "By a peer", "Fail over".',
  ]);
  expect(notAsked(handoff()).some(({id}) => id === 'size')).toBe(false);
});

it('what another size would ask is told before, and nothing changes by that', () => {
  const one = handoff();
  const effect = sizeEffect(one, 'service', now);
  expect(effect.left.map(({id}) => id)).toEqual(['review', 'by-a-peer', 'hold-a-retrospective']);
  expect(sizeEffectWords(effect)).toMatch(/^3 items fewer; the next gate lacks \d+, about /u);
  const back = sizeEffect(handoff(sized('service')), 'platform', now);
  expect(sizeEffectWords(back)).toMatch(/^3 items more; /u);
  expect(asked(one)).toContain('review');
});

it('a size is taken back like any change, and the one before holds again', async () => {
  await using world = await makeWorld('new');
  await world.append(sized('service'));
  await world.append(sized('one-host'));
  expect(world.handoff().size).toBe('one-host');
  await world.undo();
  expect(world.handoff().size).toBe('service');
  await expect(world.append(sized('service'))).rejects.toThrow('The size is a service already.');
});

it('less is asked after the session only with the reason, and both stay', async () => {
  await using world = await makeWorld('ended');
  await expect(world.append(sized('one-host'))).rejects.toThrow(
    'The size was lowered from a platform to one host, so less is asked.',
  );
  await world.append({type: 'handoff/sized', size: 'one-host', reason: 'It never was more'});
  expect(world.handoff().history.at(-1)).toMatchObject({
    reason: 'It never was more',
    concernsCustomer: true,
  });
  // More may be asked at any time.
  await world.append(sized('platform'));
  expect(world.handoff().size).toBe('platform');
});

it('all of what has to be proven left out is not all of it proven', () => {
  const bare = parsePlaybook(source.replace('gates: {', 'gates: {prove: [parts], '), 'a.md', {
    isStrict: true,
  });
  const one = handoffOf([sized('one-host')], bare);
  expect(readGate(one, 'session', now).missing.map(({id}) => id)).toContain('proven none');
});
