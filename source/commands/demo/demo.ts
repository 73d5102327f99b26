import os from 'node:os';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {startSampleSystem, type SampleSystem} from '../../sample/sample-system.ts';
import {sampleChecks} from '../../sample/sample-checks.ts';
import {Problem} from '../../problem.ts';
import type {Context} from '../../services/context.ts';
import {hasTerminal, print} from '../print.ts';
import {checksPath} from '../../services/checks/checks-path.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {exitCodes} from '../report-error.ts';
import {makeTemporaryFolder} from '../../temporary-folder.ts';

export interface DemoOptions {
  readonly auto?: boolean;
  readonly out?: string;
  readonly format?: string;
}

interface Sample {
  readonly context: Context;
  readonly system: SampleSystem;
  readonly end: () => Promise<void>;
}

/** Starts the sample system with a workspace and a store of its own; all of it goes with `end`. */
async function startSample(): Promise<Sample> {
  const root = await makeTemporaryFolder('handoff-wizard-sample-');
  const home = path.join(root, 'store');
  const workspace = path.join(root, 'orders-service');
  await mkdir(workspace);
  const system = await startSampleSystem(workspace);
  const context = {home, actor: 'Jordan Ruiz'};
  const file = checksPath(workspace);
  await writeFile(file, sampleChecks(system.port));
  const {readChecksFile} = await import('../../checks/read-checks-file.ts');
  const {trustChecks} = await import('../../services/checks/trust-checks.ts');
  // The program wrote this file itself a moment ago.
  await trustChecks(home, await readChecksFile(file));
  return {
    context,
    system,
    async end() {
      await system.stop();
      await rm(root, {recursive: true, force: true, maxRetries: 3});
    },
  };
}

/** Shows the product on a sample system: in the wizard, or played through with `--auto`. */
export async function demo(options: DemoOptions): Promise<number> {
  if (!options.auto && !hasTerminal())
    throw new Problem(
      'The sample opens in the wizard, which needs a terminal, and this is none.',
      '"handoff-wizard demo --auto --out FOLDER" plays it through without one.',
    );
  const {readFormats} = await import('../docs/docs.ts');
  const formats = options.format === undefined ? undefined : readFormats(options.format);
  const sample = await startSample();
  const place = {workspace: sample.system.folder, port: sample.system.port};
  // An interrupted demonstration leaves neither a service nor a folder behind.
  let ending: Promise<void> | undefined;
  const stopListening = onInterrupt(() => {
    ending ??= sample.end().finally(() => process.exit(exitCodes.interrupted));
  });
  try {
    if (options.auto) {
      const {playJourney} = await import('./play-journey.ts');
      const out = path.resolve(options.out ?? 'handoff-documents');
      return await playJourney({context: sample.context, ...place, out, formats});
    }
    const {createSampleHandoff} = await import('../../sample/sample-handoff.ts');
    const {begunPreparation} = await import('../../sample/story.ts');
    const id = await createSampleHandoff({...sample.context, ...place}, (playbook) =>
      begunPreparation(playbook, place.port),
    );
    const {proveRunbooks} = await import('../../services/running/prove-runbooks.ts');
    await proveRunbooks(sample.context, id, ['check-health']);
    // The wizard answers signals itself.
    stopListening();
    const {runWizard} = await import('../wizard/run-wizard.ts');
    const {signal} = await runWizard(sample.context, {open: id});
    if (signal !== undefined) return 128 + os.constants.signals[signal];
    print(
      'The sample system is stopped and its handoff is gone. "handoff-wizard" starts your own.',
    );
    return exitCodes.good;
  } finally {
    stopListening();
    await sample.end();
  }
}
