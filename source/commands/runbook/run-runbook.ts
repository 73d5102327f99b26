import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import {durationWords} from '../../handoff/time/wording.ts';
import {Problem} from '../../problem.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';
import {walkRunbook} from '../../services/running/walk-runbook.ts';
import type {CommandRun} from '../../services/services.ts';
import {createServices} from '../../services/wizard-services.ts';
import {chooseReader} from '../choose-handoff.ts';
import {hasTerminal, print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {isAgreed} from '../trust/require-trust.ts';
import {findRunbook} from './find-runbook.ts';

export interface RunRunbookOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

function stepLines({number, title, commands, expected, isChanging}: RunbookStep): string[] {
  const indented = (text: string) => text.split('\n').map((line) => `    ${showControls(line)}`);
  const effect =
    commands === '' ? 'is done by hand' : isChanging ? 'changes the system' : 'only looks';
  return [
    `  ${number}. ${showControls(title)}, which ${effect}`,
    ...(commands === '' ? [] : indented(commands)),
    ...(expected === '' ? [] : ['    To see:', ...indented(expected)]),
  ];
}

/** Every step with each of its characters, and what is run after it. */
export function shownWhole(row: HandoffRecord, folder: string, verb: string): string {
  const after = verifiedWith(row);
  return [
    `"${recordTitle(row)}" ${verb} in ${folder}, until a step that is not as it should be or is done by hand:`,
    ...runbookSteps(row).flatMap(stepLines),
    ...(after === undefined ? [] : [`  Then "${after}" shows whether all is well.`]),
  ].join('\n');
}

/** Runs nothing that nobody has seen and said yes to. */
export async function requireYes(shown: string, isYes: boolean): Promise<void> {
  if (!isYes && !hasTerminal())
    throw new Problem(shown, 'Nothing was run. Read it, then run again with --yes.');
  process.stderr.write(`${shown}\n`);
  if (!isYes && !(await isAgreed('Run exactly this? Type yes: ')))
    throw new Problem('Nothing was run.');
}

/** Says that a step comes now, and how it ended. */
export function tellStep(step: RunbookStep, ended?: CommandRun): void {
  if (!ended) {
    process.stderr.write(`${step.number}. ${showControls(step.title)}\n`);
    return;
  }
  const {output, reason, code, duration, judgement} = ended;
  const end = code === undefined ? (reason ?? 'It ended') : `It ended with exit ${code}`;
  const seen = judgement.isMet ? 'as it should be' : `not as it should be. ${judgement.reason}`;
  const told = output.trim() === '' ? '' : `${output.trimEnd()}\n`;
  const lead = end.replace(/\.$/u, '');
  process.stderr.write(`${told}${lead}, after ${durationWords(duration)}: ${seen}\n`);
}

/**
 * Runs a runbook once a person has seen it whole and said yes, and keeps the way it took: a step is as it should
 * be where the program finds it so.
 *
 * @returns 0 where it is proven, 3 where it is not, 130 where it was interrupted; what ran is kept
 */
export async function runRunbook(query: string, options: RunRunbookOptions): Promise<number> {
  const context = await readContext();
  const {yes: isYes = false, dryRun: isDry = false, json: isJson = false} = options;
  const reader = await chooseReader(context.home, options, 'acts');
  const {handoff} = reader.snapshot();
  const row = findRunbook(handoff, query);
  const {workspace: folder, id} = handoff;
  const [first] = runbookSteps(row);
  if (!first || first.commands === '')
    throw new Problem(
      `"${recordTitle(row)}" begins with a step that is done by hand.`,
      'Do it, then record what you saw with "handoff-wizard runbook prove RUNBOOK --saw TEXT".',
    );
  if (isDry) {
    const steps = runbookSteps(row).map(({number, title, commands, expected, isChanging}) => ({
      number,
      title,
      commands,
      expected,
      isChanging,
    }));
    if (isJson) printJson({handoff: id, isDryRun: true, runbook: recordTitle(row), folder, steps});
    else print(shownWhole(row, folder, 'would run'));
    return exitCodes.good;
  }
  await requireYes(shownWhole(row, folder, isYes ? 'runs' : 'would run'), isYes);
  const services = createServices(context);
  const live = await services.openHandoff(id);
  const controller = new AbortController();
  const {signal} = controller;
  const stopListening = onInterrupt(() => controller.abort());
  try {
    let unverified: string | undefined;
    const proof = await walkRunbook(row, {
      folder,
      signal,
      run: services.runCommands,
      onStep: tellStep,
      async verify() {
        unverified = await verifyAfter({services, live}, row, signal);
        return unverified;
      },
    });
    if (unverified !== undefined) process.stderr.write(`${unverified}\n`);
    if (!proof) throw new Problem('It could not be started.', 'Nothing was run.');
    const refused = proof.isMet ? live.refusal(proof) : undefined;
    const kept = refused ? {...proof, isMet: false} : proof;
    if (refused) process.stderr.write(`${refused.message}\n`);
    const notice = await live.dispatch([kept]);
    const {isMet} = kept;
    if (isJson) printJson({handoff: id, isDryRun: false, proof: kept});
    else print(`${id}: ${isMet ? 'proven' : 'kept as a try, not proven'} – ${recordTitle(row)}`);
    if (notice !== undefined) process.stderr.write(`${notice}\n`);
    tellNameNotice(context);
    if (signal.aborted) return exitCodes.interrupted;
    return isMet ? exitCodes.good : exitCodes.blocked;
  } finally {
    stopListening();
    await live.close();
  }
}
