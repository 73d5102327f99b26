import {useEffect, useEffectEvent, useRef, useState} from 'react';
import type {ChecksFile} from '../../../checks/checks-file.ts';
import {plan} from '../../../checks/plan-run.ts';
import type {CheckResult} from '../../../checks/check-result.ts';
import {followChecks} from '../../../services/checks/checks-progress.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import type {ChecksState} from '../../../services/services.ts';
import type {RunView} from '../../run-view.ts';
import {problemAt, problemKey} from './file-problems.ts';
import {checkKey, rankedChecks, shownChecks, type RunningChecks} from './shown.ts';

interface RunWanted {
  /** Runs also what changes the system, of which the person was shown `seen`. */
  readonly allowChanges?: boolean;
  readonly word?: {readonly isMet: boolean; readonly note: string};
  /** The content that the person was shown, by its SHA-256; no other is run. */
  readonly seen?: string;
}

export interface Checks {
  /** Nothing while the file is being read. */
  readonly state: ChecksState | undefined;
  readonly running: RunningChecks | undefined;
  /** Runs all checks, or those named, and gives whether the run was kept; why not has been said. */
  readonly run: (only?: readonly string[], wanted?: RunWanted) => Promise<boolean>;
  readonly stop: () => void;
  readonly trust: () => void;
  readonly create: () => void;
  readonly reread: () => Promise<void>;
}

/** The first check that fails, by what is known now. */
function firstFailing(
  view: RunView,
  checks: Pick<Checks, 'state' | 'running'>,
): string | undefined {
  const {handoff} = view.live.snapshot();
  return rankedChecks(shownChecks({...view, handoff}, checks)).get('failing')?.[0];
}

/** What a run of everything does not run, and how it is run. */
function leftOut(file: ChecksFile, only: readonly string[] | undefined): string {
  if (only) return '';
  const names = file.checks.filter(({effect}) => effect === 'changes').map(({name}) => name);
  return names.length === 0
    ? ''
    : ` Not run, as they change the system: ${names.join(', ')}. Enter on one runs it.`;
}

/** Reads and runs the checks of the workspace; leaving the screen ends what runs. */
export function useChecks(view: RunView): Checks {
  const {services, handoff, live, holdKeysDuring, say} = view;
  const [state, setState] = useState<ChecksState>();
  const [running, setRunning] = useState<RunningChecks>();
  const abort = useRef<AbortController>(undefined);

  // The view is another at each key: what depended on it would stop what runs.
  const onProblem = useEffectEvent((error: unknown) => say(problemMessage(error)));
  useEffect(() => {
    let isCurrent = true;
    const reading = services.readChecks(live).then((found) => {
      if (isCurrent) setState(found);
    });
    // What a key does here depends on what the file says.
    holdKeysDuring(reading);
    reading.catch((error: unknown) => onProblem(error));
    return () => {
      isCurrent = false;
      abort.current?.abort();
    };
  }, [services, live, holdKeysDuring]);

  const tell = (error: unknown) => {
    say(problemMessage(error));
    return false;
  };

  /** Whether a key stops a run or leaves the screen depends on what this work comes to. */
  function withKeysHeld<T>(work: Promise<T>): Promise<T> {
    holdKeysDuring(work);
    return work;
  }

  async function reread(): Promise<ChecksState> {
    const found = await services.readChecks(live);
    setState(found);
    if (found.state === 'broken' && !problemAt(found, view.selected))
      view.select(problemKey('problem', 0));
    return found;
  }

  async function run(
    only?: readonly string[],
    {seen, ...wanted}: RunWanted = {},
  ): Promise<boolean> {
    // What runs is what stands in the file now, not what stood there when the screen opened.
    const found = await withKeysHeld(reread());
    if (found.state !== 'ready') return false;
    const {file} = found;
    if (seen !== undefined && seen !== file.trustedSha256) {
      say({text: 'Nothing was run: the checks file has changed. Look again.', token: 'warning'});
      return false;
    }
    const controller = new AbortController();
    abort.current = controller;
    const active = new Set<string>();
    const finished = new Map<string, CheckResult>();
    const planned = new Set(plan(file, {only}).map(({check}) => check.name));
    const startedAt = Date.now();
    const {allowChanges} = wanted;
    const followed = followChecks(file, live.snapshot().handoff, {only, allowChanges}, view.now());
    const show = () =>
      setRunning({
        startedAt,
        active: new Set(active),
        finished: new Map(finished),
        planned,
        progress: followed.now(),
        toldAt: Date.now(),
      });
    show();
    try {
      const record = await services.runChecks(file, {
        ...(only ? {only} : {}),
        ...wanted,
        live: view.live,
        signal: controller.signal,
        onEvent(event) {
          followed.onEvent(event);
          if (event.type === 'started') active.add(event.name);
          else {
            active.delete(event.name);
            finished.set(event.name, event.result);
          }
          show();
        },
      });
      // Who has left the screen is not called back.
      const isThere = !only && !controller.signal.aborted;
      const failing = isThere ? firstFailing(view, {state: found, running: undefined}) : undefined;
      if (failing !== undefined) view.select(checkKey(failing));
      say(
        record.isInterrupted
          ? {text: 'Stopped. What was through is kept.', token: 'warning'}
          : {text: `The run and its evidence are kept.${leftOut(file, only)}`, token: 'success'},
      );
      return true;
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
    run: (only, wanted) => run(only, wanted).catch(tell),
    stop: () => abort.current?.abort(),
    trust: () => void trust().catch(tell),
    create: () => void create().catch(tell),
    reread: async () => {
      await withKeysHeld(reread()).catch(tell);
    },
  };
}
