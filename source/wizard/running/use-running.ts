import {useEffect, useRef, useState} from 'react';
import type {CommandOrder, CommandRun} from '../../services/services.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {RunView} from '../run-view.ts';

/** Where what is shown stands. */
export type RunPhase =
  | {readonly at: 'shown'}
  | {readonly at: 'running'; readonly since: number; readonly output: string}
  /** `unverified` says why what has to show that all is well could not be run. */
  | {readonly at: 'ended'; readonly run: CommandRun; readonly unverified?: string};

/** What is run, in the folder of the view. */
type Order = Omit<CommandOrder, 'folder' | 'signal' | 'onOutput'>;

/** What is done once it has ended; why that could not be, or nothing. */
type After = (ended: CommandRun, signal: AbortSignal) => Promise<string | undefined>;

export interface Running {
  readonly phase: RunPhase;
  readonly setPhase: (phase: RunPhase) => void;
  readonly run: (order: Order, after?: After) => Promise<void>;
  readonly stop: () => void;
}

/** The running of commands that a person has seen: exactly these, with their output as it comes. */
export function useRunning(view: RunView): Running {
  const [phase, setPhase] = useState<RunPhase>({at: 'shown'});
  const abort = useRef<AbortController>(undefined);
  // Leaving the screen in any way ends what runs.
  useEffect(() => () => abort.current?.abort(), []);

  async function run(order: Order, after?: After): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    const {signal} = controller;
    const since = Date.now();
    const show = (output: string) => setPhase({at: 'running', since, output});
    show('');
    try {
      const {folder} = view;
      const ended = await view.services.runCommands({...order, folder, signal, onOutput: show});
      const unverified = await after?.(ended, signal);
      setPhase({at: 'ended', run: ended, ...(unverified === undefined ? {} : {unverified})});
    } catch (error) {
      setPhase({at: 'shown'});
      view.say(problemMessage(error));
    }
  }
  return {phase, setPhase, run, stop: () => abort.current?.abort()};
}
