import {expect, test} from 'vitest';
import {createServices} from '../../../source/services/wizard-services.ts';
import type {Services} from '../../../source/services/services.ts';
import {Home} from '../../../source/wizard/home/home.tsx';
import {keys} from '../../harness/keys.ts';
import {openPart, type PartOptions} from '../../harness/part.tsx';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

/** Home on a store, which says each handoff that it reads. */
async function openHome({home}: SessionPlace, options: PartOptions) {
  const services = createServices({home, actor: 'ana'});
  const read: string[] = [];
  const telling: Services = {
    ...services,
    peekHandoff(id) {
      read.push(id);
      return services.peekHandoff(id);
    },
  };
  const nothing = () => undefined;
  const screen = await openPart(
    <Home
      services={telling}
      list={await services.listHandoffs()}
      here={{offered: [], withNews: new Set()}}
      message={undefined}
      onMessage={nothing}
      onOpen={nothing}
      onOffered={nothing}
      onNew={nothing}
      onSample={nothing}
      onQuit={nothing}
    />,
    options,
  );
  return {screen, read};
}

const past = [
  ...running(60),
  [30, {type: 'session/noted', kind: 'action', text: 'Send the dashboards'}],
  [10, {type: 'session/ended'}],
] as const;

test('on a wide screen home tells beside the list what is next, what is due and what is shut', async () => {
  await using place = await makeSessionPlace(past);
  const {screen, read} = await openHome(place, {cols: 120, rows: 26});
  await using _ = screen;
  await screen.waitFor(/❯ +Apex Banking · Payments API/);
  await screen.waitFor(/Next, 5 of \d+[^]*Due, 5 of \d+[^]*Send the handoff document/);
  await screen.waitFor(/Shut: before the receiver signs, 5 of \d+/);
  // What does not fit is read with Tab.
  await screen.press(keys.tab, 'G');
  await screen.waitFor(/↑ \d+ above/);
  expect(read).toEqual([place.id]);
});

test('on a narrow one it reads no journal', async () => {
  await using place = await makeSessionPlace(past);
  const {screen, read} = await openHome(place, {cols: 80, rows: 24});
  await using _ = screen;
  await screen.waitFor(/❯ +Apex Banking · Payments API/);
  await screen.press(keys.down);
  expect(read).toEqual([]);
});
