import {existsSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {openKit} from '../../../source/services/kit/open-kit.ts';
import {createReceiverServices} from '../../../source/services/kit/receiver-services.ts';
import type {HoldKeys} from '../../../source/wizard/keys/hold-keys.ts';
import {ReceiverApp} from '../../../source/wizard/receiver/receiver-app.tsx';
import {keys} from '../../harness/keys.ts';
import {openScreen} from '../../harness/screen.ts';
import {makeSides, type Sides} from '../../e2e/kit/sides.ts';

const {enter, escape, down} = keys;

let sides: Sides;

beforeAll(async () => {
  sides = await makeSides();
});
afterAll(() => sides[Symbol.asyncDispose]());

/** The receiver's wizard on the kit, as somebody opens it with a store of their own. */
async function openReceiver(size: {readonly cols?: number; readonly rows?: number} = {}) {
  const context = {home: path.join(sides.jordan.path, 'on-screen'), actor: 'Mina Okafor'};
  const opened = await openKit(context.home, path.join(sides.desk, 'kit.zip'));
  const services = createReceiverServices(context, opened);
  let hold: HoldKeys = () => undefined;
  const screen = await openScreen(
    <ReceiverApp services={services} holdKeysDuring={(work) => hold(work)} folder={sides.desk} />,
    size,
  );
  hold = screen.holdKeysDuring;
  return {
    ...screen,
    entries: () => services.received().receiving.entries,
    /** Moves the cursor to the row that has a text. */
    async goTo(text: string) {
      await screen.press('g');
      for (let tries = 0; tries < 60; tries += 1) {
        const at = screen.screenText().find((line) => line.includes('❯')) ?? '';
        if (at.includes(text)) return;
        await screen.press(down);
      }
      throw new Error(`No row has "${text}":\n${screen.screenText().join('\n')}`);
    },
  };
}

test('at 80×24 a kit is read, run after a yes, performed, answered and accepted, and goes on later', async () => {
  await using screen = await openReceiver();
  await screen.waitFor('the kit for Apex Banking');
  await screen.press('1');
  await screen.waitFor('Go to a demonstration first.');
  await screen.press('w');
  await screen.waitFor('Nothing was answered yet.');

  await screen.press(enter);
  await screen.waitFor('Payments API: handoff to Apex Banking');
  await screen.press(escape);

  await screen.goTo('1 check');
  await screen.press('r');
  await screen.waitFor("echo 'all is well'");
  await screen.press(escape);
  await screen.waitFor('not run here yet');
  expect(screen.entries()).toEqual([]);
  await screen.press('r', 'y', 'e', 's', enter);
  await screen.waitFor('1 pass. Kept for your answer');

  await screen.goTo('Look');
  await screen.press('r');
  await screen.waitFor('echo it runs');
  await screen.press('n', 'o', enter);
  await screen.waitFor('Type yes');
  await screen.press(escape);
  await screen.waitFor('quit');
  await screen.press('r', 'y', 'e', 's', enter);
  await screen.waitFor('ran "Look": as expected');

  await screen.goTo('Check health');
  await screen.press(enter);
  await screen.waitFor('Nobody watches');
  await screen.press('1');
  await screen.waitFor('performed "Check health" alone: unaided');
  await screen.goTo('Restart a service');
  await screen.press(enter, '3');
  await screen.waitFor('Why:');
  await screen.press(escape);
  await screen.waitFor('Nobody watches');
  await screen.press(escape);
  await screen.waitFor('quit');
  expect(screen.entries()).toHaveLength(3);

  await screen.goTo('What do you do when it stops?');
  await screen.press(enter, 'o', 'k', enter);
  await screen.waitFor('shows nothing of what they know');
  await screen.press(escape);
  await screen.waitFor('quit');
  await screen.press('a', 'W', 'h', 'o', '?', enter);
  await screen.waitFor('asked: Who?');
  await screen.press('u');
  await screen.waitFor('Taken back: asked: Who?');

  await screen.press('s');
  await screen.waitFor('Accept it with conditions');
  await screen.press(enter);
  await screen.waitFor('What you are:');
  await screen.press('o', 'p', 's', enter);
  await screen.waitFor('accepted as ops');
  await screen.press('w');
  await screen.waitFor('Send it to those who sent the kit');
  expect(existsSync(path.join(sides.desk, 'apex-banking-payments-api-answer.json'))).toBe(true);
  await screen.close();

  await using later = await openReceiver({cols: 120, rows: 40});
  await later.waitFor('accepted as ops');
  await later.waitFor('here unaided');
  expect(later.entries().map(({kind}) => kind)).toEqual([
    'checks',
    'runbook',
    'demonstration',
    'decision',
  ]);
});
