import type {ReactElement} from 'react';
import {createServices} from '../../source/services/wizard-services.ts';
import type {Services} from '../../source/services/services.ts';
import type {HoldKeys} from '../../source/wizard/keys/hold-keys.ts';
import {HandoffView} from '../../source/wizard/handoff-view.tsx';
import {engineer} from '../fixtures/world/story.ts';
import type {World} from '../fixtures/world/world.ts';
import {openPart, type Part, type PartOptions} from '../harness/part.tsx';

interface Opening {
  readonly id: string;
  readonly services: Services;
  readonly step: string;
}

/** Opens the wizard on a step of a stored handoff, drawn by `draw`; every opening is a new start of it. */
export async function openStepOn<T extends Part>(
  draw: (tree: ReactElement, options?: PartOptions) => Promise<T>,
  {id, services, step}: Opening,
  options?: PartOptions,
): Promise<T> {
  const live = await services.openHandoff(id);
  await live.savePosition({step});
  // The queue is there once something is drawn; a first look at the files goes on meanwhile.
  let hold: HoldKeys = () => undefined;
  const screen = await draw(
    <HandoffView
      live={live}
      services={services}
      holdKeysDuring={(work) => hold(work)}
      onLeave={() => undefined}
      onQuit={() => undefined}
    />,
    options,
  );
  hold = screen.holdKeysDuring;
  const close = async () => {
    await screen.close();
    await live.close();
  };
  return {...screen, close, [Symbol.asyncDispose]: close};
}

/** Opens the wizard on a step of a world, at 80×24 unless said. */
export function openStep({home, id}: World, step: string, options?: PartOptions): Promise<Part> {
  const services = createServices({home, actor: engineer});
  return openStepOn(openPart, {id, services, step}, options);
}
