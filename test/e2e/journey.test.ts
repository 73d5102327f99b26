import {expect, test} from 'vitest';
import {ctrl, keys} from '../harness/keys.ts';
import {makePlace, type Place} from './place.ts';
import type {Wizard} from '../harness/wizard.tsx';

const threeDone = [
  '✔ Validate every success criterion',
  '✔ See the whole system work from end to end',
  '✔ Train the receiving team',
  '❯ ○ Brief the success team · optional · internal',
];

/** Whether the list shows three items done and the cursor on the fourth. */
function showsThreeDone(rows: readonly string[]): boolean {
  const list = rows.map((row) => row.slice(24));
  return threeDone.every((item) => list.some((row) => row.trim() === item));
}

/** From the first-run screen through the form to the third item done. */
async function settleThree(wizard: Wizard): Promise<readonly string[]> {
  await wizard.waitFor(/Hand over what you have deployed[^]*❯ Start a handoff for this folder/);
  wizard.write(keys.enter);
  await wizard.waitFor('❯ Customer');
  wizard.write('Apex Banking');
  await wizard.waitFor('Customer   Apex Banking');
  wizard.write(`${keys.enter}Payments API${keys.enter}${keys.enter}`);
  await wizard.waitFor(/System {5}Payments API[^]*❯ Playbook/);
  wizard.write(keys.enter);
  await wizard.waitFor('❯ Size');
  wizard.write(keys.enter);
  await wizard.waitFor('❯ ○ Validate every success criterion');
  wizard.write(keys.enter);
  await wizard.waitFor('❯ ○ See the whole system');
  wizard.write(keys.enter);
  await wizard.waitFor('❯ ○ Train the receiving team');
  wizard.write(keys.enter);
  return wizard.waitFor(showsThreeDone);
}

/** The items of the step as they are listed: a frame that was cut off may lack what is below them. */
function listed(rows: readonly string[]): readonly string[] {
  return rows.map((row) => row.slice(24).trim()).filter((row) => /^(?:❯ )?[✔○–] /u.test(row));
}

async function expectSameAfterRelaunch(place: Place, before: readonly string[]): Promise<void> {
  await using again = await place.openHere(['resume']);
  const after = await again.waitFor(showsThreeDone);
  expect(listed(after)).toEqual(listed(before));
  expect(listed(after).length).toBeGreaterThanOrEqual(threeDone.length);
  again.write(keys.enter);
  await again.waitFor(/✔ Brief the success team/);
}

test.concurrent('a new handoff, three items done, Ctrl+C: resume shows the same items and cursor', async () => {
  await using place = makePlace();
  const before = await (async () => {
    await using wizard = place.open();
    const rows = await settleThree(wizard);
    wizard.write(ctrl('c'));
    expect(await wizard.exited).toEqual({exitCode: 0, signal: 0});
    expect(wizard.terminal.buffer.active.type).toBe('normal');
    return rows;
  })();
  await expectSameAfterRelaunch(place, before);
});

test.concurrent('kill -9 right after the third item is drawn done loses nothing', async () => {
  await using place = makePlace();
  const before = await (async () => {
    await using wizard = place.open();
    const rows = await settleThree(wizard);
    wizard.kill('SIGKILL');
    expect(await wizard.exited).toMatchObject({signal: 9});
    return rows;
  })();
  await expectSameAfterRelaunch(place, before);
});

test.concurrent('home opens the handoff at the line where it was left, also after moving only', async () => {
  await using place = makePlace();
  await place.start();
  {
    await using wizard = await place.openHere(['resume']);
    await wizard.waitFor('❯ ○ Validate every');
    wizard.write(`${keys.right}${keys.down}${keys.down}`);
    await wizard.waitFor('❯ ○ Dependencies and integrations');
  }
  await using wizard = await place.openHere();
  await wizard.waitFor(/❯ +Apex Banking · Payments API/);
  wizard.write(keys.enter);
  const rows = await wizard.waitFor('❯ ○ Dependencies and integrations');
  expect(rows[2]).toContain('What was deployed');
  wizard.write(keys.escape);
  await wizard.waitFor(/❯ +Apex Banking · Payments API/);
});
