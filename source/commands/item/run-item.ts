import type {ItemRun} from '../../handoff/runs/item-run.ts';
import {itemRan} from '../../handoff/runs/item-ran.ts';
import {commandsOf} from '../../handoff/runs/item-commands.ts';
import type {Filling} from '../../handoff/runs/run-script.ts';
import {durationWords} from '../../handoff/time/wording.ts';
import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';
import type {ItemPlace} from '../../playbook/walk.ts';
import {Problem} from '../../problem.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {prepareRun, type PreparedRun} from '../../services/running/prepare-run.ts';
import {runCommands} from '../../services/running/run-commands.ts';
import type {CommandRun} from '../../services/services.ts';
import {appendTo} from '../../store/append-changes.ts';
import {chooseReader} from '../choose-handoff.ts';
import {requireAgreement} from '../agree.ts';
import {switches} from '../switches.ts';
import {print, printJson} from '../print.ts';
import {findTargetItem} from './find-target-item.ts';
import {remark} from '../../tell-aside.ts';

export interface RunItemOptions {
  readonly command?: number;
  readonly fill?: readonly string[];
  readonly expect?: string;
  readonly changes?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

function chosen(
  {item}: ItemPlace,
  all: readonly ItemCommand[],
  number: number | undefined,
): readonly ItemCommand[] {
  if (all.length === 0)
    throw new Problem(
      `"${item.text}" has no command.`,
      'The playbook gives it none; --evidence of "item" keeps a link.',
    );
  const one = number === undefined ? undefined : all[number - 1];
  if (number !== undefined && !one)
    throw new Problem(`"${item.text}" has ${all.length} commands.`, 'Name one of these numbers.');
  const wanted = one ? [one] : all;
  const runnable = wanted.filter(({foreign}) => foreign === undefined);
  if (runnable.length > 0) return runnable;
  throw new Problem(
    `This is for ${wanted[0]?.foreign ?? 'another shell'}, and only commands of a shell are run:\n${listed(wanted)}`,
    'Run it where it belongs, and add a link to its output with --evidence.',
  );
}

function listed(commands: readonly ItemCommand[]): string {
  return commands.map(({text}) => indented(text)).join('\n');
}

/** Every character of it, with those that cannot be seen made visible. */
function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${showControls(line)}`)
    .join('\n');
}

function valuesOf(fill: readonly string[] = []): Filling {
  return new Map(
    fill.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).replace(/^<(.*)>$/u, '$1'), pair.slice(at + 1)];
    }),
  );
}

function requireFilled({unfilled, kept}: PreparedRun, values: Filling): void {
  const [gap] = unfilled;
  if (!gap) return;
  const what =
    gap.kind === 'secret'
      ? `A secret (${gap.name}) was left out of the playbook`
      : gap.kind === 'variable'
        ? `The variable ${gap.name} is not set`
        : `Nobody has said what <${gap.name}> stands for`;
  throw new Problem(
    `${what}, so nothing was run:\n${indented(kept)}`,
    `Add --fill ${gap.name.includes(' ') ? `"${gap.name}=VALUE"` : `${gap.name}=VALUE`}${values.size > 0 ? ' as well' : ''}.`,
  );
}

/** Nothing runs before its exact text was printed and a person said yes. */
async function requireYes(
  {kept, changing}: PreparedRun,
  folder: string,
  {changes = false}: RunItemOptions,
): Promise<void> {
  const effect = changes ? 'This changes the system' : 'This only looks';
  const shown = `${effect}. It ${switches().saysYes ? 'runs' : 'would run'} in ${folder}, until the first command that fails:\n${indented(kept)}`;
  if (changing !== undefined && !changes)
    throw new Problem(
      `It looks as if it changed the system (${changing}), so nothing was run:\n${indented(kept)}`,
      'Say so with --changes.',
    );
  await requireAgreement({
    shown,
    question: 'Run exactly this?',
    instead: 'Nothing was run. Read it, then run again with --yes.',
    refused: 'Nothing was run.',
  });
}

async function runInterruptibly(
  home: string,
  {runs, secretValues}: PreparedRun,
  {folder, expected, isChanging}: Pick<ItemRun, 'folder' | 'expected' | 'isChanging'>,
): Promise<CommandRun | undefined> {
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  try {
    const run = await runCommands(home, {
      commands: runs,
      expected,
      isEndEnough: true,
      secretValues,
      folder,
      isChanging,
      signal: controller.signal,
      onOutput: () => undefined,
    });
    return controller.signal.aborted ? undefined : run;
  } finally {
    stopListening();
  }
}

function report({output, code, reason, duration, judgement}: CommandRun): string {
  const end = code === undefined ? (reason ?? 'It ended') : `It ended with exit ${code}`;
  const seen = code === 0 && !judgement.isMet ? ` ${judgement.reason}` : '';
  return [
    ...(output.trim() === '' ? [] : [output.trimEnd()]),
    `${end.replace(/\.$/u, '')}, after ${durationWords(duration)}.${seen}`,
  ].join('\n');
}

/**
 * Runs commands of an item once a person has seen them whole and said yes, and keeps what came of it.
 *
 * @returns 0 where it went well, 3 where it did not, 130 where it was interrupted and nothing is kept
 */
export async function runItem(query: string, options: RunItemOptions): Promise<number> {
  const context = await readContext();
  const {home, actor} = context;
  const reader = await chooseReader(home, options, 'acts');
  const {handoff} = reader.snapshot();
  const place = findTargetItem(handoff, query);
  const {item} = place;
  const commands = chosen(place, commandsOf(handoff, item.id), options.command);
  const values = valuesOf(options.fill);
  const prepared = prepareRun(commands, values);
  requireFilled(prepared, values);
  const {workspace: folder} = handoff;
  await requireYes(prepared, folder, options);
  const {expect: expected = '', changes: isChanging = false, json: isJson = false} = options;
  const run = await runInterruptibly(home, prepared, {folder, expected, isChanging});
  if (!run) {
    process.stderr.write('It was stopped, and nothing is kept of it.\n');
    return 130;
  }
  if (run.end === 'not-started')
    throw new Problem(run.reason ?? 'It could not be started.', 'Nothing was run.');
  const {isMet} = run.judgement;
  const agreed = {item: item.id, commands, command: prepared.kept, isChanging, expected, folder};
  const change = itemRan(agreed, run, isMet);
  const {notice} = await appendTo(reader, {home, id: handoff.id, actor, decide: () => [change]});
  if (isJson) printJson({...change, output: run.output, reason: run.judgement.reason});
  else {
    print(report(run));
    print(`${handoff.id}: ${isMet ? 'kept as evidence' : 'kept as failed'} – ${item.text}`);
  }
  if (notice) remark(notice);
  tellNameNotice(context);
  return isMet ? 0 : 3;
}
