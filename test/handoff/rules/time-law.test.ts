import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {clockStanding} from '../../../source/handoff/standing/clock-standing.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {readingNotices} from '../../../source/store/reading-notices.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {samples} from '../changes/samples.ts';
import {colleague, makeTwoStores, type TwoStores} from '../folding/two-stores.ts';
import {engineer} from '../../fixtures/world/story.ts';

const hour = 3_600_000;
const day = 24 * hour;
const offClocks = [
  ['an hour', hour],
  ['a day', day],
  ['a year', 365 * day],
] as const;

const from = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const {'checks/recorded': recorded} = samples({
  row: '',
  runbook: '',
  question: '',
  note: '',
  demonstration: '',
  action: '',
  added: '',
});
const ran = (startedAt: string): Change => ({
  ...recorded,
  run: {
    ...recorded.run,
    startedAt,
    results: recorded.run.results.map((result) => ({...result, startedAt})),
  },
});
const planned = (startsAt: string): Change => ({
  type: 'session/planned',
  startsAt,
  timeZone: 'UTC',
  minutes: 60,
});
const note: Change = {type: 'item/noted', item: 'network', note: 'x'};

/** A write by somebody whose clock is off by so much. */
async function writeOff(
  {home, id}: TwoStores,
  off: number,
  ...changes: readonly Change[]
): Promise<void> {
  await appendChanges({home, id, actor: engineer, clock: () => from(off), decide: () => changes});
}

describe.each(offClocks)('off by %s', (_, off) => {
  it('a run of the checks that is still ahead is refused, by line and by command', async () => {
    await using store = await makeTwoStores();
    await expect(store.append(ran(from(off)))).rejects.toThrow('ahead of now');
    store.forge(ran(from(off)));
    expect(store.snapshot().handoff.checkRuns).toEqual([]);
    expect(store.snapshot().handoff.marks).toMatchObject([{reading: 'against'}]);
  });

  it('a break is neither ahead nor before the session, and a plan is not past', async () => {
    await using store = await makeTwoStores();
    await store.append({type: 'session/started'});
    const counted = (startedAt: string, endedAt: string): Change => ({
      type: 'session/break-counted',
      startedAt,
      endedAt,
    });
    await expect(store.append(counted(from(-1000), from(off)))).rejects.toThrow('ends after now');
    await expect(store.append(counted(from(-off), from(-1)))).rejects.toThrow('before the session');
    await expect(store.append(planned(from(-off)))).rejects.toThrow('past');
    await store.append(planned(from(off)));
  });

  it('checks of a clock that was ahead count for nothing, and the clock is told', async () => {
    await using store = await makeTwoStores({hasGates: true});
    await writeOff(store, off, ran(from(off)));
    const {handoff, journal} = store.snapshot();
    const now = from(0);
    const said = readGate(handoff, 'session', now).missing.map(({text}) => text);
    expect(said.join('\n')).toMatch(/measured after now, so a clock is wrong/);
    expect(clockStanding(journal, now)).toMatchObject({state: 'behind', actor: engineer});
    const [notice] = readingNotices(store.snapshot(), now);
    expect(notice).toMatchObject({tone: 'warning'});
    expect(notice?.text).toContain('The clock of this machine is');
  });

  it('what is written by a clock that was set back says when it was entered', async () => {
    await using store = await makeTwoStores();
    await store.append(note);
    await writeOff(store, -off - hour, note, {
      type: 'transition/extended',
      until: from(9 * day).slice(0, 10),
      reason: 'Holidays',
    });
    const {handoff} = store.snapshot();
    expect(handoff.marks).toEqual([]);
    expect(handoff.misdated).toMatchObject([{isClaim: false}, {isClaim: true}]);
    const told = readingNotices(store.snapshot(), from(0)).map(({text}) => text);
    expect(told).toEqual([
      expect.stringMatching(/^Happened on .+ by its own clock, entered after .+: the extension/),
      'One entry names a time well before what was entered ahead of it: a clock was wrong.',
    ]);
  });
});

it('clocks of two machines that differ by a minute are nobody’s business', async () => {
  await using store = await makeTwoStores();
  await writeOff(store, 60_000, note);
  await store.append(note);
  expect(readingNotices(store.snapshot(), from(0))).toEqual([]);
});

it('a line that was put before its own time has no effect', async () => {
  await using store = await makeTwoStores();
  const {id} = store.forge(note, {at: from(day), actor: colleague});
  const {handoff} = store.snapshot();
  expect(handoff.items['network']?.note).toBeUndefined();
  expect(handoff.marks).toMatchObject([{action: id, reading: 'against'}]);
});
