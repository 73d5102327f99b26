import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import {durationWords} from '../../handoff/time/wording.ts';
import {Problem} from '../../problem.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {remark} from '../../tell-aside.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';
import {walkRunbook} from '../../services/running/walk-runbook.ts';
import type {CommandRun} from '../../services/services.ts';
import {createServices} from '../../services/wizard-services.ts';
import {chooseReader} from '../choose-handoff.ts';
import {requireAgreement} from '../agree.ts';
import {switches} from '../switches.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {findRunbook} from './find-runbook.ts';

export interface RunRunbookOptions {
  /** Whether `--yes` is one to changes of the system as well. */
  readonly changes?: boolean;
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
function shownWhole(row: HandoffRecord, folder: string, verb: string): string {
  const after = verifiedWith(row);
  return [
    `"${recordTitle(row)}" ${verb} in ${folder}, until a step that is not as it should be or is done by hand:`,
    ...runbookSteps(row).flatMap(stepLines),
    ...(after === undefined ? [] : [`  Then "${after}" shows whether all is well.`]),
  ].join('\n');
}

/** Runs nothing that nobody has seen and said yes to, and with `--yes` nothing that changes the system. */
export async function requireYes(
  row: HandoffRecord,
  folder: string,
  mayChange: boolean,
): Promise<void> {
  const isYes = switches().saysYes;
  const isChanging = runbookSteps(row).some((step) => step.isChanging);
  const shown = shownWhole(row, folder, isYes && (mayChange || !isChanging) ? 'runs' : 'would run');
  if (isYes && isChanging && !mayChange)
    throw new Problem(shown, 'It changes the system, so nothing was run. Say so with --changes.');
  await requireAgreement({
    shown,
    question: 'Run exactly this?',
    instead: `Nothing was run. Read it, then run again with --yes${isChanging ? ' --changes' : ''}.`,
    refused: 'Nothing was run.',
  });
}

/** Says that a step comes now, and how it ended. */
export function tellStep(step: RunbookStep, ended?: CommandRun): void {
  if (!ended) {
    remark(`${step.number}. ${showControls(step.title)}`);
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
  const {changes: mayChange = false, dryRun: isDry = false, json: isJson = false} = options;
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
  await requireYes(row, folder, mayChange);
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
    if (notice !== undefined) remark(notice);
    tellNameNotice(context);
    if (signal.aborted) return exitCodes.interrupted;
    return isMet ? exitCodes.good : exitCodes.blocked;
  } finally {
    stopListening();
    await live.close();
  }
}
