import {constants} from 'node:os';
import type {Context} from '../../services/context.ts';
import type {OpenedKit} from '../../services/kit/open-kit.ts';
import {nameToAsk, readIdentity} from '../../services/identity.ts';
import {createReceiverServices} from '../../services/kit/receiver-services.ts';
import {print} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {prepareScreens} from '../wizard/run-wizard.ts';

/** Opens the receiver's wizard on a kit, and says how to go on once it is left. */
export async function openScreens(context: Context, opened: OpenedKit): Promise<number> {
  prepareScreens();
  const {startReceiver} = await import('../../wizard/receiver/start-receiver.tsx');
  const services = createReceiverServices(context, opened);
  const identity = await readIdentity(context.home);
  const signal = await startReceiver(services, process.cwd(), nameToAsk(identity));
  if (signal !== undefined) return 128 + constants.signals[signal];
  print(
    'Everything is saved. "handoff-wizard open" goes on, "handoff-wizard answer" writes your answer.',
  );
  return exitCodes.good;
}
