import path from 'node:path';
import {openKit} from '../../../source/services/kit/open-kit.ts';
import {createReceiverServices} from '../../../source/services/kit/receiver-services.ts';
import type {HoldKeys} from '../../../source/wizard/keys/hold-keys.ts';
import {ReceiverApp} from '../../../source/wizard/receiver/receiver-app.tsx';
import type {Sides} from '../../e2e/kit/sides.ts';
import {keys} from '../../harness/keys.ts';
import {openScreen} from '../../harness/screen.ts';

interface OpenOptions {
  readonly cols?: number;
  readonly rows?: number;
  readonly isScreenReader?: boolean;
  /** Asks who it is first, with this name on offer. */
  readonly askedName?: string;
  /** Name of the store of whoever opens it. */
  readonly store?: string;
}

/** The receiver's wizard on the kit of both sides, as somebody opens it with a store of their own. */
export async function openReceiver(
  {jordan, desk}: Sides,
  {store = 'on-screen', askedName, ...size}: OpenOptions = {},
) {
  const context = {home: path.join(jordan.path, store), actor: 'Mina Okafor'};
  const opened = await openKit(context.home, path.join(desk, 'kit.zip'));
  const services = createReceiverServices(context, opened);
  let hold: HoldKeys = () => undefined;
  const screen = await openScreen(
    <ReceiverApp
      services={services}
      holdKeysDuring={(work) => hold(work)}
      folder={desk}
      askedName={askedName}
    />,
    size,
  );
  hold = screen.holdKeysDuring;
  return {
    ...screen,
    services,
    data: opened.data,
    entries: () => services.live.received().receiving.entries,
    /** Types a text, key by key. */
    type: (text: string) => screen.press(...text.split('')),
    /** Takes an answer of a question, wherever it stands among the others. */
    async choose(label: string) {
      for (let tries = 0; tries < 20; tries += 1) {
        const isThere = screen.screenText().some((line) => line.includes(`❯ ${label}`));
        if (isThere) return screen.press(keys.enter);
        await screen.press(keys.down);
      }
      throw new Error(`No answer is "${label}":\n${screen.screenText().join('\n')}`);
    },
    /** Moves the cursor to the row that has a text. */
    async goTo(text: string) {
      await screen.press('g');
      for (let tries = 0; tries < 60; tries += 1) {
        const at = screen.screenText().find((line) => line.includes('❯')) ?? '';
        if (at.includes(text)) return;
        await screen.press(keys.down);
      }
      throw new Error(`No row has "${text}":\n${screen.screenText().join('\n')}`);
    },
  };
}
