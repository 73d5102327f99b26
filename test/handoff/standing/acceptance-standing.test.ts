import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {
  acceptanceStanding,
  acceptanceWords,
} from '../../../source/handoff/standing/acceptance-standing.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {isSignedOff} from '../../../source/handoff/standing/signed-off.ts';
import {engineer, makeLawStore, type LawStore} from '../rules/law-store.ts';

type SignOff = Extract<Change, {type: 'sign-off/recorded'}>;

const accepts = (extra: Partial<SignOff> = {}): SignOff => ({
  type: 'sign-off/recorded',
  name: 'Mina Okafor',
  role: 'head of operations',
  decision: 'accepted',
  ...extra,
});

const restart: Change = {
  type: 'record/added',
  register: 'runbooks',
  item: 'restart-services',
  fields: {name: 'Restart', commands: 'systemctl restart pay', effect: 'changes'},
};

async function rewrite(store: LawStore, commands: string): Promise<void> {
  const record = store.handoff().records.at(-1)?.id ?? '';
  await store.append({type: 'record/changed', record, fields: {commands}});
}

describe('an acceptance', () => {
  it('is of one version, and says who entered it, how, and where it is written', async () => {
    await using store = await makeLawStore();
    await store.append(restart);
    const digest = handoffDigest(store.handoff());
    await store.append(accepts({how: 'ticket', reference: 'OPS-12'}));
    expect(acceptanceStanding(store.handoff())).toMatchObject({
      state: 'accepted',
      name: 'Mina Okafor',
      role: 'head of operations',
      how: 'ticket',
      reference: 'OPS-12',
      enteredBy: engineer,
      digest,
      version: digest.slice(0, 12),
      changed: [],
    });
  });

  it('says what was changed since, for as long as that is so', async () => {
    await using store = await makeLawStore();
    await store.append(restart, accepts());
    const {version} = acceptanceStanding(store.handoff());
    await rewrite(store, 'reboot');
    const standing = acceptanceStanding(store.handoff());
    expect(standing).toMatchObject({state: 'changed since acceptance', version});
    expect(standing.changed.map(({text}) => text)).toEqual([
      expect.stringMatching(/^the runbook "Restart" was changed on .+ by Jordan Ruiz$/),
    ]);
    expect(standing.changed[0]?.place?.step).toBe('operational-runbooks');
    // What was said stays said.
    expect(isSignedOff(store.handoff())).toBe(true);
    expect(acceptanceWords(store.handoff())).toMatch(
      /^Accepted on .+ by Mina Okafor \(version [0-9a-f]{12}\); changed since: 1$/,
    );
    await rewrite(store, 'systemctl restart pay');
    expect(acceptanceStanding(store.handoff()).state).toBe('accepted');
  });

  it('can be given anew', async () => {
    await using store = await makeLawStore();
    await store.append(restart, accepts());
    await rewrite(store, 'reboot');
    await store.append(accepts({decision: 'accepted-with-conditions', conditions: ['Try it']}));
    expect(acceptanceStanding(store.handoff())).toMatchObject({
      state: 'accepted with conditions',
      changed: [],
    });
    expect(store.handoff().signOffs).toHaveLength(2);
  });

  it('is refused of a state that is not there any more', async () => {
    await using store = await makeLawStore();
    await store.append(restart);
    const digest = handoffDigest(store.handoff());
    await rewrite(store, 'reboot');
    await expect(store.append(accepts({digest}))).rejects.toThrow(/was changed since it was shown/);
    await store.append(accepts({digest, decision: 'declined', remarks: 'Not what we saw'}));
    expect(acceptanceStanding(store.handoff())).toMatchObject({state: 'declined', digest});
  });

  it('is none where nobody has decided', async () => {
    await using store = await makeLawStore();
    expect(acceptanceStanding(store.handoff())).toEqual({state: 'none', changed: []});
    expect(acceptanceWords(store.handoff())).toBeUndefined();
  });

  it('is taken back by who entered it, with a reason, and both stay', async () => {
    await using store = await makeLawStore();
    await store.append(restart, accepts());
    const action = store.journal().at(-1)?.id ?? '';
    await expect(store.append({type: 'undone', action})).rejects.toThrow(/stays on record/);
    await store.append({type: 'undone', action, reason: 'It was Ben who said so'});
    expect(acceptanceStanding(store.handoff()).state).toBe('none');
    expect(store.handoff().corrections).toMatchObject([
      {words: 'the sign-off by Mina Okafor', reason: 'It was Ben who said so'},
    ]);
  });
});
