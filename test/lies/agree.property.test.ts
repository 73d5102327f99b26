import {cp} from 'node:fs/promises';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {readGate} from '../../source/handoff/gates/gates.ts';
import {followUps} from '../../source/handoff/afterwards/follow-ups.ts';
import {gateNames} from '../../source/handoff/model/gate-waiver.ts';
import {itemStatuses} from '../../source/handoff/model/item-state.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import {RefusedError} from '../../source/store/refused-error.ts';
import {amount} from '../harness/amount.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {everyChange} from './every-change.ts';
import {expectAgreement} from './agree.ts';
import {customer, engineer, failingRun, passingRun, type Stage} from '../fixtures/world/story.ts';
import {makeWorld, worldIn, type World} from '../fixtures/world/world.ts';

/** Three people, one of whom the others know by another side. */
const people = [engineer, 'Sam Ito', customer] as const;

interface Step {
  readonly who: number;
  /** Minutes by which the clock of the machine is off. */
  readonly off: number;
  readonly kind: number;
  readonly pick: number;
  readonly word: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  off: fc.constantFrom(0, 0, 0, -60, 60),
  kind: fc.nat(11),
  pick: fc.nat(999),
  word: fc.constantFrom('x', 'The customer runs nothing of the kind', 'Jordan Ruiz', customer),
});

function oneOf<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)];
}

/** A change that somebody might ask for, sensible or not. */
function changeFor(world: World, {kind, pick, word}: Step, at: string): Change | undefined {
  const {handoff, journal} = world.snapshot();
  const row = oneOf(handoff.records, pick);
  const item = oneOf(allItems(handoff.playbook), pick)?.item.id ?? '';
  switch (kind) {
    case 0: {
      const status = oneOf(itemStatuses, pick >> 3) ?? 'open';
      return {
        type: 'item/settled',
        item,
        status,
        ...(status === 'not-applicable' ? {reason: word} : {}),
      };
    }
    case 1:
      return {type: 'checks/recorded', run: pick % 2 ? passingRun(at) : failingRun(at)};
    case 2:
      return row && {type: 'record/removed', record: row.id, reason: word};
    case 3: {
      const field = row && oneOf(Object.keys(row.fields), pick >> 4);
      return row && field
        ? {type: 'record/changed', record: row.id, fields: {[field]: word}, reason: word}
        : undefined;
    }
    case 4: {
      const gate = oneOf(gateNames, pick) ?? 'session';
      const missing = oneOf(readGate(handoff, gate, at).missing, pick >> 2);
      if (!missing) return undefined;
      const {id: requirement, text} = missing;
      return {
        type: 'gate/waived',
        gate,
        requirement,
        text,
        reason: word,
        approver: customer,
        expires: at.slice(0, 10).replace(/^\d{4}/u, (year) => String(Number(year) + (pick % 2))),
      };
    }
    case 5: {
      const point = oneOf(followUps(handoff), pick);
      return point && {type: 'follow-up/closed', followUp: point.id, outcome: word};
    }
    case 6: {
      const action = oneOf(journal.slice(-6), pick);
      return action && {type: 'undone', action: action.id, reason: word};
    }
    case 7: {
      const shown = handoff.demonstrations.at(-1);
      const result = oneOf(['unaided', 'prompted', 'failed'] as const, pick) ?? 'failed';
      return shown && {type: 'demonstration/ended', demonstration: shown.id, result, remark: word};
    }
    case 8:
      return {
        type: 'person/described',
        name: oneOf(people, pick) ?? '',
        side: pick % 3 ? 'customer' : 'vendor',
      };
    default:
      return oneOf(Object.values(everyChange(world)), pick);
  }
}

async function take(world: World, asked: Step): Promise<void> {
  const at = new Date(Date.now() + asked.off * 60_000).toISOString();
  const change = changeFor(world, asked, at);
  if (!change || change.type === 'handoff/created') return;
  try {
    await appendChanges({
      home: world.home,
      id: world.id,
      actor: people[asked.who] ?? engineer,
      clock: () => at,
      decide: () => [change],
    });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
  }
}

const begun: readonly Stage[] = ['new', 'planned', 'live', 'ended', 'signed'];

describe.each(begun)('from a handoff that is "%s"', (stage) => {
  it('whatever three people do, every face and document says the same of it', async () => {
    await using original = await makeWorld(stage);
    const property = fc.asyncProperty(
      fc.array(step, {minLength: 4, maxLength: 8}),
      async (steps) => {
        await using folder = makeStoreHome();
        await cp(original.folder, folder.path, {recursive: true});
        const world = worldIn(folder);
        for (const asked of steps) {
          await take(world, asked);
          expectAgreement(world.snapshot(), new Date().toISOString());
        }
      },
    );
    const numRuns = amount(1, 100);
    await expect(fc.assert(property, {numRuns})).resolves.toBeUndefined();
  });
});
