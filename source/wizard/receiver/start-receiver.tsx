import type {EndSignal} from '../../programs/on-interrupt.ts';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import {runScreens} from '../run-screens.tsx';
import {ReceiverApp} from './receiver-app.tsx';

/**
 * Runs the receiver's wizard on this terminal until it is left.
 *
 * @param askedName asks what the person is called before anything else, with this name on offer
 */
export function startReceiver(
  services: ReceiverServices,
  folder: string,
  askedName: string | undefined,
): Promise<EndSignal | undefined> {
  return runScreens((shared) => (
    <ReceiverApp {...shared} services={services} folder={folder} askedName={askedName} />
  ));
}
