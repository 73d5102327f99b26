import {stat} from 'node:fs/promises';
import {hostname} from 'node:os';
import {keepOutput} from '../../checks/capture/raw-output.ts';
import {captureOutput} from '../../checks/capture/captured-output.ts';
import {createWindow} from '../../checks/capture/window.ts';
import {cleanse} from '../../checks/cleanse.ts';
import {createOutputJudge} from '../../checks/expected-output.ts';
import {inheritedSecrets} from '../../checks/inherited-secrets.ts';
import {runProcess, type ProcessEnd} from '../../programs/run-process.ts';
import {whyNotStarted} from '../../programs/why-not-started.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';
import {keepEvidence} from '../../store/evidence.ts';
import type {CommandOrder, CommandRun} from '../services.ts';

/** A runbook may restart something slow, but a forgotten `tail -f` must end by itself. */
const timeLimit = 10 * 60_000;

/** How much of the newest output is shown while it runs, in bytes, and how often, in milliseconds. */
const shown = 8 * 1024;
const showEvery = 150;

/** Shows the newest output as it comes, without what could act on the terminal and without secrets. */
function createTail(secretValues: readonly string[], onOutput: (text: string) => void) {
  const window = createWindow(0, shown);
  let timer: NodeJS.Timeout | undefined;
  const show = async () => {
    timer = undefined;
    const {tail} = window.view();
    const {text} = await redactSecrets(stripTerminal(tail.toString()), {secretValues});
    onOutput(text);
  };
  return {
    push(chunk: Uint8Array) {
      window.push(chunk);
      timer ??= setTimeout(() => void show().catch(() => undefined), showEvery);
    },
    end: () => clearTimeout(timer),
  };
}

async function folderProblem(folder: string): Promise<string | undefined> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? undefined : `There is no folder ${folder} on this machine.`;
}

function endWords(end: ProcessEnd, isLate: boolean): Pick<CommandRun, 'end' | 'reason' | 'code'> {
  switch (end.type) {
    case 'not-started':
      return {end: 'not-started', reason: whyNotStarted(end)};
    case 'aborted':
      return isLate
        ? {end: 'stopped', reason: 'It ran for 10 minutes and was stopped.'}
        : {end: 'stopped', reason: 'It was stopped.'};
    case 'ended':
      return end.signal
        ? {end: 'ended', code: end.exit, reason: `A signal (${end.signal}) ended it.`}
        : {end: 'ended', code: end.exit};
  }
}

/**
 * Runs commands of a runbook or an item as one script of `sh -e -u`: it ends at the first command that
 * fails and at a variable without a value. A service that a changing one started stays alive, unless
 * the run was stopped; whatever else it started has ended when this resolves. Its output is kept as
 * evidence, bounded and redacted.
 */
export async function runCommands(
  home: string,
  order: CommandOrder,
  now = () => new Date().toISOString(),
): Promise<CommandRun> {
  const {commands, expected, folder, isChanging, isEndEnough, signal, onOutput} = order;
  const {secretValues: typed = []} = order;
  const ranAt = now();
  const host = hostname();
  const missing = await folderProblem(folder);
  if (missing !== undefined)
    return {
      end: 'not-started',
      ranAt,
      host,
      reason: missing,
      duration: 0,
      output: '',
      actual: missing,
      judgement: {isMet: false, reason: missing},
    };
  const secretValues = [...inheritedSecrets(process.env), ...typed];
  const [all, judge] = [keepOutput(), createOutputJudge(expected)];
  const tail = createTail(secretValues, onOutput);
  const onChunk = (chunk: Uint8Array) => {
    all.push(chunk);
    judge.push(chunk);
    tail.push(chunk);
  };
  const late = AbortSignal.timeout(timeLimit);
  const since = performance.now();
  const end = await runProcess({
    command: ['/bin/sh', '-e', '-u', '-c', commands],
    folder,
    signal: AbortSignal.any([signal, late]),
    isKeepingChildren: isChanging,
    onStdout: onChunk,
    onStderr: onChunk,
  });
  tail.end();
  const ended = endWords(end, late.aborted);
  const captured = await captureOutput(all.output(), secretValues);
  const judgement =
    ended.end !== 'ended'
      ? {isMet: false, reason: ended.reason ?? ''}
      : ended.code !== 0
        ? {isMet: false, reason: `The exit code is ${ended.code}, and 0 means success.`}
        : isEndEnough && expected.trim() === ''
          ? {isMet: true, reason: 'It ended with exit 0, and nothing more is to be seen.'}
          : judge.judgement();
  const [said = ''] = await cleanse([captured.text.trim()], secretValues);
  const code =
    ended.code === undefined ? (ended.reason ?? '').replace(/\.$/, '') : `exit ${ended.code}`;
  const {bytes, sha256, isTruncated, redacted} = captured;
  return {
    ...ended,
    ranAt,
    host,
    duration: Math.round(performance.now() - since),
    output: captured.text,
    actual: [code, said].filter(Boolean).join(': '),
    judgement,
    ...(ended.end === 'not-started'
      ? {}
      : {
          evidence: {
            stored: await keepEvidence(home, captured.text),
            original: sha256,
            bytes,
            isTruncated,
            redacted,
          },
        }),
  };
}
