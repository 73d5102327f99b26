import {expect} from 'vitest';
import {handoffEvents} from '../../source/documents/calendar/handoff-events.ts';
import {statusData} from '../../source/commands/status/status-data.ts';
import {documentData} from '../../source/documents/data/document-data.ts';
import {exitCriteria} from '../../source/handoff/afterwards/exit-criteria.ts';
import {followUps, openFollowUps} from '../../source/handoff/afterwards/follow-ups.ts';
import {nextGate, readGate} from '../../source/handoff/gates/gates.ts';
import {stepItems} from '../../source/handoff/items/items.ts';
import type {Handoff} from '../../source/handoff/model/handoff.ts';
import {isAskedFor} from '../../source/handoff/items/asked.ts';
import {recordsOf, recordTitle} from '../../source/handoff/registers/records.ts';
import {acceptanceStanding} from '../../source/handoff/standing/acceptance-standing.ts';
import {checkStandings} from '../../source/handoff/standing/of-checks/check-standing.ts';
import {demonstrationStanding} from '../../source/handoff/standing/demonstration-standing.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {itemStanding} from '../../source/handoff/standing/item-standing.ts';
import {isKnownToWork, proofStanding} from '../../source/handoff/standing/proof-standing.ts';
import {waiverStanding} from '../../source/handoff/standing/waiver-standing.ts';
import {demonstrationItems} from '../../source/handoff/session/demonstration-items.ts';
import type {Folded} from '../../source/store/snapshot.ts';
import {summarize} from '../../source/store/progress/summarize.ts';
import {demonstrationSign} from '../../source/wizard/steps/demonstrations/rows.ts';
import {offeredSign, statusSigns} from '../../source/wizard/theme/glyphs.ts';
import {itemRows} from '../../source/wizard/steps/items/item-rows.ts';
import type {Item} from '../../source/playbook/playbook.ts';
import {stepsOf} from '../../source/playbook/walk.ts';

const sentence = (text: string) => text.replace(/\.$/u, '');

function itemsAgree(handoff: Handoff, now: string): void {
  const status = statusData(handoff, now);
  const data = documentData(handoff, {audience: 'internal', now});
  const told = status.steps.flatMap(({items}) => items);
  const printed = data.phases.flatMap(({steps}) => steps.flatMap(({items}) => items));
  expect(printed.length).toBe(told.length);
  for (const [index, {id, status: state}] of told.entries()) {
    const {status: now_, saidBy, waitsFor} = itemStanding(handoff, id);
    const item = printed[index];
    expect([id, state]).toEqual([id, now_]);
    expect([id, told[index]?.saidBy]).toEqual([id, saidBy ?? null]);
    expect([id, item?.waitsFor ?? null]).toEqual([id, waitsFor?.text ?? null]);
    if (item && item.state !== '') expect([id, item.state]).toEqual([id, now_.replace('-', ' ')]);
    if (saidBy !== undefined && item?.settled)
      expect([id, item.settled]).toEqual([id, expect.stringContaining('said by')]);
  }
  for (const {step} of stepsOf(handoff.playbook)) {
    const signs = itemRows({handoff, now}, step.items).map(({sign}) => sign);
    const items = stepItems(step);
    const signOf = (item: Item) => {
      const {status: said} = itemStanding(handoff, item.id);
      return said === 'open' && !isAskedFor(handoff, item) ? offeredSign : statusSigns[said];
    };
    expect(signs).toEqual(items.map(signOf));
  }
  const {settled, total} = status.progress;
  expect(summarize(handoff)).toMatchObject({settled, total, isSignedOff: status.isSignedOff});
}

function gatesAgree(handoff: Handoff, now: string): void {
  const status = statusData(handoff, now);
  const data = documentData(handoff, {audience: 'internal', now});
  for (const gate of status.gates) {
    const {missing} = readGate(handoff, gate.name, now);
    expect(gate.missing.map(({id}) => id)).toEqual(missing.map(({id}) => id));
  }
  const next = nextGate(handoff);
  // What the customer does not read of it stands by itself.
  const told = data.gate && [...data.gate.missing, ...data.gate.own];
  const asked = next && readGate(handoff, next, now).missing.map(({text}) => text);
  expect(told?.map(sentence).toSorted()).toEqual(asked?.map(sentence).toSorted());
  for (const [index, waiver] of handoff.gateWaivers.entries()) {
    const {state} = waiverStanding(handoff, waiver, now);
    expect(status.gateWaivers[index]?.standing.state).toBe(state);
    expect(data.gateWaivers[index]?.state).toBe(state);
  }
  const met = exitCriteria(handoff, now).map(({id, isMet}) => [id, isMet] as const);
  const printed = data.transition?.criteria ?? [];
  if (printed.length > 0)
    expect(printed.map(({isMet}) => isMet)).toEqual(met.map(([, isMet]) => isMet));
}

function proofsAgree(handoff: Handoff, now: string): void {
  const status = statusData(handoff, now);
  const data = documentData(handoff, {audience: 'internal', now});
  for (const [index, row] of recordsOf(handoff, 'runbooks').entries()) {
    const standing = proofStanding(handoff, row, now);
    expect(status.runbooks[index]?.standing).toEqual(standing);
    const printed = data.operation.runbooks.find(({title}) => title === recordTitle(row))?.proof;
    if (printed) expect([row.id, printed.isCurrent]).toEqual([row.id, isKnownToWork(standing)]);
  }
  const checks = checkStandings(handoff, now);
  expect(status.checks.map(({name, state}) => [name, state])).toEqual(
    checks.map(({name, state}) => [name, state]),
  );
  const blocking = checks.filter(({isBlocking}) => isBlocking).map(({name}) => name);
  expect(data.validation.blocking.map(({name}) => name).toSorted()).toEqual(blocking.toSorted());
  if (blocking.length > 0) expect(data.validation.state).not.toBe('stable');
}

function demonstrationsAgree(handoff: Handoff, now: string): void {
  const status = statusData(handoff, now);
  const data = documentData(handoff, {audience: 'internal', now});
  for (const [index, {id}] of demonstrationItems(handoff).entries()) {
    const {state} = demonstrationStanding(handoff, id);
    const running = handoff.demonstrations.some(
      ({item, result}) => item === id && result === undefined,
    );
    expect(status.tasks[index]?.standing.state).toBe(state);
    const result = data.demonstrations[index]?.result;
    expect([id, result]).toEqual([id, running && state === 'never performed' ? 'going on' : state]);
    const {word} = demonstrationSign(handoff, id, now);
    const words = {'not counted': 'does not count'}[state as string] ?? state;
    if (!running) expect(word.startsWith(words)).toBe(true);
    const isDone = itemStanding(handoff, id).status === 'done';
    expect([id, isDone]).toEqual([id, state === 'unaided' || state === 'prompted']);
  }
}

function pointsAgree(handoff: Handoff, now: string): void {
  const status = statusData(handoff, now);
  const data = documentData(handoff, {audience: 'internal', now});
  const open = openFollowUps(handoff).map(({id}) => id);
  const isOpen = (state: string) => state === 'open' || state === 'open again';
  expect(
    status.openPoints
      .filter(({standing}) => isOpen(standing.state))
      .map(({id}) => id)
      .toSorted(),
  ).toEqual(open.toSorted());
  expect(followUps(handoff).length).toBe(status.openPoints.length);
  expect(data.followUps.open).toHaveLength(open.length);
  const item = itemStanding(handoff, 'close-every-open-point');
  if (open.length > 0) expect(item.status).not.toBe('done');
}

function acceptanceAgrees(handoff: Handoff, now: string): void {
  const status = statusData(handoff, now);
  const data = documentData(handoff, {audience: 'customer', now});
  const {state, changed} = acceptanceStanding(handoff);
  expect(status.acceptance.state).toBe(state);
  expect(data.acceptance.state).toBe(state);
  expect(data.acceptance.changed).toHaveLength(changed.length);
  expect(data.digest).toBe(handoffDigest(handoff));
  expect(status.isSignedOff).toBe(
    state !== 'none' && state !== 'declined' && handoff.signOffs.at(-1)?.decision !== 'declined',
  );
}

/** Every face and every document says the same of everything that can stand in more than one way. */
export function expectAgreement({handoff, journal}: Folded, now: string): void {
  itemsAgree(handoff, now);
  gatesAgree(handoff, now);
  proofsAgree(handoff, now);
  demonstrationsAgree(handoff, now);
  pointsAgree(handoff, now);
  acceptanceAgrees(handoff, now);
  // A calendar that cannot be made would be missing from the set.
  expect(handoffEvents(handoff, journal, {now})).toBeInstanceOf(Array);
}
