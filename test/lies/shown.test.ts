import {describe, expect, it} from 'vitest';
import {documentsFor, type PageName} from '../../source/documents/document-names.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {followUps} from '../../source/handoff/afterwards/follow-ups.ts';
import {marksInWords} from '../../source/handoff/folding/mark-words.ts';
import {readGate} from '../../source/handoff/gates/gates.ts';
import type {Handoff} from '../../source/handoff/model/handoff.ts';
import {peopleProblems} from '../../source/handoff/people/problems.ts';
import {acceptanceWords} from '../../source/handoff/standing/acceptance-standing.ts';
import {waiverStanding} from '../../source/handoff/standing/waiver-standing.ts';
import {shownLies} from './shown.ts';
import {makeWorld} from '../fixtures/world/world.ts';

/** How all stands of which a word could be taken for more, a line each. */
function statusLines(handoff: Handoff, now: string): string {
  return [
    ...followUps(handoff).map(({id, standing, text}) => `${id} ${standing.state}: ${text}`),
    ...handoff.gateWaivers.map((waiver) => {
      const {state, why} = waiverStanding(handoff, waiver, now);
      return `waiver ${state}: ${why}`;
    }),
    ...marksInWords(handoff.marks, handoff.timeZone).map(({text}) => text),
    ...peopleProblems(handoff),
    acceptanceWords(handoff) ?? 'nobody has decided',
  ].join('\n');
}

it('each has a name of its own, and says what it shows', () => {
  const names = shownLies.map(({name}) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(shownLies.filter(({shows}) => Object.keys(shows).length === 0)).toEqual([]);
});

describe.each(shownLies)('rule $rule: $name', ({at, does, daysLater = 0, shows}) => {
  it('is shown as what it is', async () => {
    await using world = await makeWorld(at);
    const {handoff} = await world.append(...does(world));
    const now = new Date(Date.now() + daysLater * 86_400_000).toISOString();
    const [gate, ...lines] = shows.gate ?? ['session'];
    const missing = readGate(handoff, gate, now).missing.map(({text}) => text);
    for (const line of lines) expect(missing.join('\n')).toMatch(line);
    const gets = documentsFor(handoff, 'customer').map(({name}) => name);
    const read = (name: PageName) => renderDocument(name, handoff, {now, audience: 'customer'});
    const customer = shows.customer && (await read('handoff-document'));
    for (const text of shows.customer ?? []) expect(customer).toMatch(text);
    for (const [name, ...lines] of shows.beside ?? []) {
      expect(gets).toContain(name);
      const document = await read(name);
      for (const line of lines) expect(document).toMatch(line);
    }
    const never = shows.notCustomer ?? [];
    for (const name of never.length > 0 ? ([...gets, 'index'] as const) : []) {
      const document = await read(name);
      for (const text of never) expect(document, name).not.toMatch(text);
    }
    const internal = shows.internal && (await renderDocument('engineer-handover', handoff, {now}));
    for (const text of shows.internal ?? []) expect(internal).toMatch(text);
    const status = statusLines(handoff, now);
    for (const text of shows.status ?? []) expect(status).toMatch(text);
    for (const text of shows.notStatus ?? []) expect(status).not.toMatch(text);
  });
});
