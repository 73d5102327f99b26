import {useEffect, useRef, useState} from 'react';
import type {CheckResult} from '../../../checks/check-result.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import type {ChecksState} from '../../../services/services.ts';
import type {View} from '../../view.ts';

/** A run that goes on: since when, which checks run now, and which are through. */
export interface RunningChecks {
  readonly startedAt: number;
  readonly active: ReadonlySet<string>;
  readonly finished: ReadonlyMap<string, CheckResult>;
  readonly total: number;
}

export interface Checks {
  /** Nothing while the file is being read. */
  readonly state: ChecksState | undefined;
  readonly running: RunningChecks | undefined;
  readonly run: (only?: readonly string[]) => void;
  readonly stop: () => void;
  readonly trust: () => void;
  readonly create: () => void;
  readonly reread: () => void;
}

/** Reads and runs the checks of the workspace; leaving the screen ends what runs. */
export function useChecks(view: View): Checks {
  const {services, handoff, live, holdKeysDuring, say} = view;
  const [state, setState] = useState<ChecksState>();
  const [running, setRunning] = useState<RunningChecks>();
  const abort = useRef<AbortController>(undefined);

  useEffect(() => {
    let isCurrent = true;
    const reading = services.readChecks(live).then((found) => {
      if (isCurrent) setState(found);
    });
    // What a key does here depends on what the file says.
    holdKeysDuring(reading);
    reading.catch((error: unknown) => say(problemMessage(error)));
    return () => {
      isCurrent = false;
      abort.current?.abort();
    };
  }, [services, live, holdKeysDuring, say]);

  const tell = (error: unknown) => say(problemMessage(error));

  /** Whether a key stops a run or leaves the screen depends on what this work comes to. */
  function withKeysHeld<T>(work: Promise<T>): Promise<T> {
    holdKeysDuring(work);
    return work;
  }

  async function reread(): Promise<ChecksState> {
    const found = await services.readChecks(live);
    setState(found);
    return found;
  }

  async function run(only?: readonly string[]): Promise<void> {
    // What runs is what stands in the file now, not what stood there when the screen opened.
    const found = await withKeysHeld(reread());
    if (found.state !== 'ready') return;
    const {file} = found;
    const controller = new AbortController();
    abort.current = controller;
    const active = new Set<string>();
    const finished = new Map<string, CheckResult>();
    const total = only?.length ?? file.checks.length;
    const startedAt = Date.now();
    const show = () =>
      setRunning({startedAt, active: new Set(active), finished: new Map(finished), total});
    show();
    try {
      const record = await services.runChecks(file, {
        ...(only ? {only} : {}),
        live: view.live,
        signal: controller.signal,
        onEvent(event) {
          if (event.type === 'started') active.add(event.name);
          else {
            active.delete(event.name);
            finished.set(event.name, event.result);
          }
          show();
        },
      });
      say(
        record.isInterrupted
          ? {text: 'Stopped. What was through is kept.', token: 'warning'}
          : {text: 'The run and its evidence are kept.', token: 'success'},
      );
    } finally {
      abort.current = undefined;
      setRunning(undefined);
    }
  }

  async function trust(): Promise<void> {
    if (state?.state !== 'untrusted') return;
    await withKeysHeld(services.trustChecks(state.file));
    await run();
  }

  async function create(): Promise<void> {
    const path = await withKeysHeld(services.createChecks(handoff.workspace));
    await withKeysHeld(reread());
    say({text: `Created ${path}. Make it fit your system, then come back.`, token: 'success'});
  }

  return {
    state,
    running,
    run: (only) => void run(only).catch(tell),
    stop: () => abort.current?.abort(),
    trust: () => void trust().catch(tell),
    create: () => void create().catch(tell),
    reread: () => void reread().catch(tell),
  };
}
