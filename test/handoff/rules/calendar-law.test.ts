import {describe, expect, it} from 'vitest';
import {dueOf} from '../../../source/handoff/items/due-of.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {usualCalendar, type Weekday} from '../../../source/handoff/time/business-calendar.ts';
import {checkInPlan} from '../../../source/handoff/afterwards/transition-period.ts';
import {updateSettings} from '../../../source/store/settings/settings.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {handoffWith, held} from '../../fixtures/afterwards.ts';
import {journalOf} from '../../fixtures/journals.ts';
import {item} from '../../fixtures/small-playbook.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {makeTwoStores} from '../folding/two-stores.ts';

const gulf: readonly Weekday[] = ['friday', 'saturday'];
const rule = {amount: 1, unit: 'business-days', after: 'session'} as const;
const firstDay = item('first-day', {due: rule});

/** The session of {@link held} ended on a Thursday. */
const after = (change: object, told = held) => [
  ...told,
  {type: 'calendar/set', holidays: [], ...change} as never,
];

describe('the business days of a handoff', () => {
  it.each([
    ['Saturday and Sunday where nothing is said', {}, '2026-03-06'],
    ['Friday and Saturday', {weekend: gulf}, '2026-03-08'],
    ['a Saturday that is worked', {weekend: gulf, worked: ['2026-03-07']}, '2026-03-07'],
    ['a holiday that is worked', {holidays: ['2026-03-06'], worked: ['2026-03-06']}, '2026-03-06'],
    ['no weekend', {weekend: [], holidays: ['2026-03-06']}, '2026-03-07'],
  ])('are counted by the one calendar: %s', (_, change, due) => {
    const handoff = handoffWith(after(change));
    expect(dueOf(handoff, firstDay)?.date).toBe(due);
  });

  it('are those of Saturday and Sunday in a line of an earlier version', () => {
    const journal = journalOf(after({holidays: ['2026-03-06']}, held.slice(1))).map((action) => ({
      ...action,
      v: 4,
    }));
    const handoff = foldJournal(journal);
    expect(handoff).toMatchObject({...usualCalendar, holidays: ['2026-03-06'], marks: []});
    expect(dueOf(handoff, firstDay)?.date).toBe('2026-03-09');
  });

  it('move the check-ins, and a document says what nobody takes for granted', async () => {
    const handoff = handoffWith(after({weekend: gulf}));
    expect(checkInPlan(handoff).map(({due}) => due)).toEqual(['2026-03-09', '2026-03-16']);
    const options = {now: '2026-03-06T12:00:00.000Z', audience: 'customer'} as const;
    const words = 'Business days are Sunday to Thursday: the weekend is Friday and Saturday.';
    for (const name of ['handoff-document', 'session-summary'] as const) {
      expect(await renderDocument(name, handoff, options)).toContain(words);
      expect(await renderDocument(name, handoffWith(held), options)).not.toContain('Business days');
    }
  });
});

describe('a change of the business days', () => {
  it('is free before the session', async () => {
    await using world = await makeWorld('planned');
    await world.append({type: 'calendar/set', holidays: [], weekend: gulf});
    expect(world.handoff()).toMatchObject({weekend: gulf, history: []});
  });

  it('needs its reason once days were told, and both are kept', async () => {
    await using world = await makeWorld('in transition');
    const change = {type: 'calendar/set', holidays: [], weekend: gulf} as const;
    await expect(world.append(change)).rejects.toThrow(
      'Friday was made the weekend, so what is due moves.',
    );
    await world.append({...change, reason: 'They work from Sunday on'});
    expect(world.handoff().history.at(-1)).toMatchObject({
      text: 'Friday was made the weekend, so what is due moves',
      reason: 'They work from Sunday on',
      concernsCustomer: true,
    });
    // Fewer days off make nothing later.
    await world.append({type: 'calendar/set', holidays: [], weekend: ['friday']});
    expect(world.handoff().weekend).toEqual(['friday']);
  });

  it('of an earlier version keeps its effect without a reason', async () => {
    await using store = await makeTwoStores();
    await store.append({type: 'session/started'}, {type: 'session/ended'});
    await store.append({
      type: 'sign-off/recorded',
      name: 'Mina',
      role: 'lead',
      decision: 'accepted',
    });
    store.forge({type: 'calendar/set', holidays: ['2999-01-04']}, {v: 4});
    expect(store.handoff()).toMatchObject({holidays: ['2999-01-04'], marks: []});
  });

  it('for one handoff is not replaced by the settings of whoever ends the session', async () => {
    await using world = await makeWorld('live');
    await updateSettings(world.home, (settings) => ({...settings, weekend: ['sunday']}));
    await world.append({type: 'calendar/set', holidays: [], weekend: gulf, isOwn: true});
    await world.append({type: 'session/ended'});
    expect(world.handoff().weekend).toEqual(gulf);
  });

  it('comes from the settings of whoever ends the session where nobody set one', async () => {
    await using world = await makeWorld('live');
    await updateSettings(world.home, (settings) => ({...settings, weekend: ['sunday']}));
    await world.append({type: 'session/ended'});
    expect(world.handoff()).toMatchObject({weekend: ['sunday'], hasOwnCalendar: false});
  });

  it.each([
    [
      'all seven days',
      {weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']},
    ],
    ['a day twice', {weekend: ['friday', 'friday']}],
    ['a day of no week', {weekend: ['fry']}],
    ['a worked day of no calendar', {worked: ['2026-02-30']}],
  ])('is no change with %s', async (_, part) => {
    await using world = await makeWorld('new');
    const change = {type: 'calendar/set', holidays: [], ...part} as never;
    await expect(world.append(change)).rejects.toThrow('calendar');
  });
});
