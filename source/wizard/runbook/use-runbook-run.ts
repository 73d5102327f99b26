import {useEffect, useRef, useState} from 'react';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {type HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {rowKey} from '../components/selected-line.ts';
import {problemMessage} from '../problem-message.ts';
import type {CommandRun} from '../services.ts';
import type {View} from '../view.ts';

export type RunbookPhase =
  | {readonly at: 'shown'}
  | {readonly at: 'running'; readonly since: number; readonly output: string}
  | {readonly at: 'ended'; readonly run: CommandRun};

export interface RunbookRun {
  readonly phase: RunbookPhase;
  /** The commands as they are shown and run. */
  readonly commands: string;
  readonly expected: string;
  /** A runbook that does not say that it is safe counts as one that changes things. */
  readonly isChanging: boolean;
  readonly run: () => void;
  readonly stop: () => void;
  /** Records what a person found, and leaves. */
  readonly judge: (isMet: boolean) => void;
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
        folder: view.handoff.workspace,
        signal: controller.signal,
        onOutput: show,
      });
      setPhase({at: 'ended', run: ended});
    } catch (error) {
      setPhase({at: 'shown'});
      view.say(problemMessage(error));
    }
  }

  function judge(isMet: boolean): void {
    if (phase.at !== 'ended') return;
    const {actual, code, duration, evidence} = phase.run;
    onClose();
    view.dispatch(
      [
        {
          type: 'runbook/proven',
          record: record.id,
          command: commands,
          isMet,
          expected,
          actual,
          duration,
          ...(code === undefined ? {} : {code}),
          ...(evidence === undefined ? {} : {evidence}),
        },
      ],
      {
        select: rowKey(record.id),
        said: `${isMet ? 'Proven' : 'Recorded as failed'}: ${recordTitle(record)}.`,
      },
    );
  }

  return {
    phase,
    commands,
    expected,
    isChanging: fieldText(record, 'effect') !== 'safe',
    run: () => void run(),
    stop: () => abort.current?.abort(),
    judge,
    leave: () => {
      onClose();
      if (phase.at === 'ended') view.say({text: 'Nothing was recorded.', token: 'muted'});
    },
  };
}
