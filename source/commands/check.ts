import path from 'node:path';
import {createInterface} from 'node:readline/promises';
import type {ChecksFile} from '../checks/checks-file.ts';
import {describeCheck} from '../checks/describe-check.ts';
import type {CheckRun} from '../checks/model.ts';
import {exitCodeOf} from '../checks/outcomes.ts';
import {readChecksFile} from '../checks/read-checks-file.ts';
import {formatJson} from '../checks/reporters/json.ts';
import {formatText} from '../checks/reporters/text.ts';
import {runChecks} from '../checks/run.ts';
import type {Handoff} from '../handoff/model.ts';
import {lastCheckRun} from '../handoff/progress.ts';
import {Problem} from '../problem.ts';
import {isTrusted, trustFile} from '../store/settings.ts';
import {appendChanges, listHandoffs} from '../store/store.ts';
import {chooseHandoff, hasTerminal, print, readContext} from './context.ts';
import {checksPath} from './checks-path.ts';
import {hasColors} from './has-colors.ts';
import {onInterrupt} from './on-interrupt.ts';
import {recordRun} from './record-run.ts';

export interface CheckOptions {
  readonly file?: string;
  readonly handoff?: string;
  readonly var: Readonly<Record<string, string>>;
  readonly only: readonly string[];
  readonly jobs: number;
  readonly allowChanges?: boolean;
  readonly trust?: boolean;
  readonly json?: boolean;
}

/** Which handoff the run belongs to: with --file alone, none has to exist. */
function handoffOf(home: string, {file, handoff}: CheckOptions): Handoff | undefined {
  if (handoff !== undefined || file === undefined) return chooseHandoff(home, handoff);
  const workspace = path.dirname(path.resolve(file));
  return listHandoffs(home).handoffs.find((other) => other.workspace === workspace);
}

/** Nothing from elsewhere runs before a person has seen and trusted its exact content. */
async function requireTrust(home: string, file: ChecksFile, isTrusting: boolean): Promise<void> {
  if (isTrusted(home, file.sha256)) return;
  if (isTrusting) return trustFile(home, file.sha256, file.path);
  const wouldRun = file.checks.map((check) => `  ${describeCheck(check)}`).join('\n');
  const notice = `${file.path} is not trusted on this machine yet. It would run:\n${wouldRun}`;
  if (!hasTerminal()) {
    throw new Problem(notice, 'Nothing was run. Read it, then run again with --trust.');
  }
  process.stderr.write(`${notice}\n`);
  const reader = createInterface({input: process.stdin, output: process.stderr});
  try {
    const answer = await reader.question('Trust exactly this content and run it? Type yes: ');
    if (answer.trim().toLowerCase() !== 'yes') throw new Problem('Nothing was run.');
  } finally {
    reader.close();
  }
  await trustFile(home, file.sha256, file.path);
}

function showProgress(isShown: boolean) {
  let isDrawn = false;
  const draw = (text: string) => process.stderr.write(`\r\u001B[2K${text}`);
  return {
    onEvent: (event: {readonly type: string; readonly name: string}) => {
      if (!isShown) return;
      isDrawn = true;
      draw(event.type === 'started' ? `running ${event.name}` : `finished ${event.name}`);
    },
    clear: () => {
      if (isDrawn) draw('');
    },
  };
}

/** Ctrl+C ends the children, keeps what is through, and gives 130. */
async function runInterruptibly(file: ChecksFile, options: CheckOptions): Promise<CheckRun> {
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  const progress = showProgress(process.stderr.isTTY && !options.json);
  try {
    return await runChecks(file, {
      jobs: options.jobs,
      signal: controller.signal,
      onEvent: progress.onEvent,
      allowChanges: options.allowChanges ?? false,
      ...(options.only.length > 0 ? {only: options.only} : {}),
    });
  } finally {
    progress.clear();
    stopListening();
  }
}

/** Runs a checks file, prints the outcomes, and keeps the run with its handoff. */
export async function check(options: CheckOptions): Promise<number> {
  const context = readContext();
  const {home, actor} = context;
  const handoff = handoffOf(home, options);
  const filePath = options.file ?? checksPath(handoff?.workspace ?? '.');
  const file = await readChecksFile(filePath, {vars: options.var});
  await requireTrust(home, file, options.trust ?? false);
  const run = await runInterruptibly(file, options);
  print(
    options.json
      ? formatJson(run)
      : formatText(run, {
          color: hasColors(),
          width: process.stdout.columns || 100,
        }),
  );
  if (handoff) {
    const record = await recordRun(context, file, run, lastCheckRun(handoff));
    await appendChanges({
      home,
      id: handoff.id,
      actor,
      decide: () => [{type: 'checks/recorded', run: record}],
    });
    if (!options.json) print(`Kept with ${handoff.id}.`);
  }
  return exitCodeOf(run);
}
