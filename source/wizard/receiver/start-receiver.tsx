import type {EndSignal} from '../../programs/on-interrupt.ts';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import {runScreens} from '../run-screens.tsx';
import {ReceiverApp} from './receiver-app.tsx';

/** Runs the receiver's wizard on this terminal until it is left. */
export function startReceiver(
  services: ReceiverServices,
  folder: string,
): Promise<EndSignal | undefined> {
  return runScreens((shared) => <ReceiverApp {...shared} services={services} folder={folder} />);
}
