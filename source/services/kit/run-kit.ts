import type {ChecksFile} from '../../checks/checks-file.ts';
import type {Attestation} from '../../checks/check-result.ts';
import type {RunOptions} from '../../checks/run.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import {keepRun, runFile} from '../checks/run-checks.ts';
import type {Context} from '../context.ts';
import type {LiveKit} from './live-kit.ts';
import type {Received} from './received.ts';

interface KitRunOptions extends Pick<
  RunOptions,
  'only' | 'allowChanges' | 'signal' | 'onEvent' | 'jobs'
> {
  readonly attested?: ReadonlyMap<string, Attestation>;
  readonly onProgress?: OnProgress | undefined;
}

/** Runs checks of a kit, which a person has trusted, and keeps what came of it as an answer. */
export async function runKitChecks(
  context: Context,
  live: LiveKit,
  file: ChecksFile,
  options: KitRunOptions,
): Promise<Received> {
  const {handoff} = live.received();
  const done = await runFile(file, handoff, options);
  await keepRun(context, handoff, done, async (changes) => live.dispatch(changes));
  return live.received();
}
