import {useEffect, useEffectEvent, useRef, useState} from 'react';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {outputAsExpected, runProof} from '../../handoff/changes/run-proof.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {rowKey} from '../list/selected-line.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {confirm} from '../asking/confirm.ts';
import type {CommandRun} from '../../services/services.ts';
import {refusedBecause} from '../asking/refusal-words.ts';
import type {View} from '../view.ts';
import {shownLines} from './runbook-lines.ts';
import {verifyAfter} from './verify-after.ts';

export type RunbookPhase =
  | {readonly at: 'shown'}
  | {readonly at: 'running'; readonly since: number; readonly output: string}
  /** `unverified` says why what has to show that all is well could not be run. */
  | {readonly at: 'ended'; readonly run: CommandRun; readonly unverified?: string};

export interface RunbookRun {
  readonly phase: RunbookPhase;
  /** The commands as they are shown and run. */
  readonly commands: string;
  readonly expected: string;
  /** A runbook that does not say that it is safe counts as one that changes things. */
  readonly isChanging: boolean;
  /** Runs it; one that changes things asks for it by itself, and runs after a typed yes. */
  readonly run: () => void;
  readonly stop: () => void;
  /** Records what a person found, and leaves. */
  readonly judge: (isMet: boolean) => void;
  /** Why it cannot be recorded as having worked; nothing where it can. */
  readonly notMetBecause: string | undefined;
  /** Takes the output as what to expect from now on; nothing where it can tell nothing. */
  readonly takeAsExpected: (() => void) | undefined;
  readonly leave: () => void;
}

/** Runs the commands of one runbook, once a person has seen them, and records what came of it. */
export function useRunbookRun(view: View, record: HandoffRecord, onClose: () => void): RunbookRun {
  const [phase, setPhase] = useState<RunbookPhase>({at: 'shown'});
  const abort = useRef<AbortController>(undefined);
  // Leaving the screen in any way ends what runs.
  useEffect(() => () => abort.current?.abort(), []);
  const commands = fieldText(record, 'commands');
  const expected = fieldText(record, 'expected');
  const isChanging = fieldText(record, 'effect') !== 'safe';
  const {workspace: folder} = view.handoff;

  async function run(): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    const since = Date.now();
    const show = (output: string) => setPhase({at: 'running', since, output});
    show('');
    try {
      const ended = await view.services.runCommands({
        commands,
        expected,
        folder,
        isChanging,
        signal: controller.signal,
        onOutput: show,
      });
      const unverified =
        ended.code === 0 ? await verifyAfter(view, record, controller.signal) : undefined;
      setPhase({at: 'ended', run: ended, ...(unverified === undefined ? {} : {unverified})});
    } catch (error) {
      setPhase({at: 'shown'});
      view.say(problemMessage(error));
    }
  }

  async function ask(): Promise<void> {
    const isMeant = await confirm(view.ask, {
      label: 'Run exactly this',
      hint: 'It changes the system.',
      about: {
        title: `${recordTitle(record)} changes the system`,
        lines: (width) => shownLines(view, record, {commands}, width),
      },
    });
    if (isMeant) await run();
    else onClose();
  }
  // What changes nothing runs on Enter; all else asks before anything can be pressed.
  const begin = useEffectEvent(() => void (isChanging && ask()));
  useEffect(() => void Promise.resolve().then(() => begin()), []);

  const ended = phase.at === 'ended' ? phase : undefined;
  const proof = (isMet: boolean) =>
    ended && runProof(record, {...ended.run, folder}, {isMet, isFound: ended.run.judgement.isMet});

  function keep(changes: readonly Change[], said: string): void {
    onClose();
    void view.dispatch(changes, {
      select: rowKey(record.id),
      said: `${said}: ${recordTitle(record)}.`,
    });
  }

  function judge(isMet: boolean): void {
    const change = proof(isMet);
    if (change) keep([change], isMet ? 'Proven' : 'Recorded as failed');
  }

  function taking(): (() => void) | undefined {
    if (ended?.run.code !== 0 || ended.run.judgement.isMet) return undefined;
    if (ended.run.output.trim() === '') return undefined;
    const changes = outputAsExpected(record, {...ended.run, folder}, ended.run.output);
    return () => keep(changes, 'Taken as expected from now on');
  }

  const met = proof(true);
  return {
    phase,
    commands,
    expected,
    isChanging,
    run: () => void run(),
    stop: () => abort.current?.abort(),
    judge,
    notMetBecause: met && (ended?.unverified ?? refusedBecause(view, met)),
    takeAsExpected: taking(),
    leave: () => {
      onClose();
      if (phase.at === 'ended') view.say({text: 'Nothing was recorded.', token: 'muted'});
    },
  };
}
