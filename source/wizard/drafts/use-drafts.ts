import {useEffect, useMemo, useRef, useState} from 'react';
import {
  draftStandings,
  isOpenDraft,
  type DraftStanding,
} from '../../handoff/drafts/draft-standing.ts';
import type {Look} from '../../services/discovery/keep-look.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import {agreesToCommands, type RunningHost} from './ask-host.ts';
import {inOrder, stuckBecause, type Mark, type Marks} from './draft-rows.ts';

/** What is looked at: the workspace, or a host as it is named to people. */
export type LookedAt = {readonly host?: string};

/** Where the look stands. */
export type LookPhase =
  | ({readonly at: 'looking'} & LookedAt)
  | {readonly at: 'seen'; readonly look: Look}
  | ({readonly at: 'failed'} & LookedAt);

export interface Drafts {
  readonly phase: LookPhase;
  /** What waits for a word, in the order in which it is listed. */
  readonly open: readonly DraftStanding[];
  readonly marks: Marks;
  /** Marks a draft, or takes the mark away where it has that one. */
  readonly mark: (key: string, mark: Mark) => void;
  readonly markAll: () => void;
  readonly forget: (keys: readonly string[]) => void;
  readonly look: () => void;
  /** Asks a host what it runs, by commands that a person agrees to. */
  readonly lookLive: (host: RunningHost) => void;
}

/** Looks at the workspace, and holds what is marked until it is written. */
export function useDrafts(view: View): Drafts {
  const {handoff, services, live} = view;
  const [phase, setPhase] = useState<LookPhase>({at: 'looking'});
  const [marks, setMarks] = useState<Marks>(new Map());
  const abort = useRef<AbortController>(undefined);

  async function start(
    of: LookedAt,
    look: (signal: AbortSignal, onProgress: OnProgress) => Promise<Look>,
  ): Promise<void> {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const {signal} = controller;
    setPhase({at: 'looking', ...of});
    try {
      const seen = await view.tellProgressOf(
        async (onProgress) => look(signal, onProgress),
        signal,
      );
      if (!signal.aborted) setPhase({at: 'seen', look: seen});
    } catch (error) {
      if (signal.aborted) return;
      setPhase({at: 'failed', ...of});
      view.say(problemMessage(error));
    }
  }

  function lookAtFolder(): void {
    void start({}, async (signal, onProgress) =>
      services.lookAtDeployed(live, {signal, onProgress}),
    );
  }

  useEffect(() => {
    lookAtFolder();
    // Leaving the screen in any way ends the look, and nothing of it is kept.
    return () => abort.current?.abort();
    // It looks once; r looks again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const open = useMemo(() => inOrder(draftStandings(handoff).filter(isOpenDraft)), [handoff]);
  const canTake = (standing: DraftStanding) => stuckBecause(handoff, standing) === undefined;

  return {
    phase,
    open,
    marks,
    mark(key, mark) {
      const next = new Map(marks);
      if (marks.get(key) === mark) next.delete(key);
      else next.set(key, mark);
      setMarks(next);
    },
    markAll() {
      const takeable = open.filter(canTake).map(({draft}) => draft.key);
      const others = [...marks].filter(([, mark]) => mark === 'leave');
      const isAll = takeable.every((key) => marks.has(key));
      const free = takeable.filter((key) => marks.get(key) !== 'leave');
      setMarks(
        new Map([...others, ...(isAll ? [] : free.map((key): [string, Mark] => [key, 'take']))]),
      );
    },
    forget(keys) {
      const gone = new Set(keys);
      setMarks(new Map([...marks].filter(([key]) => !gone.has(key))));
    },
    look: lookAtFolder,
    lookLive({name, on}) {
      void start({host: name}, async (signal, onProgress) =>
        services.lookAtRunning(live, {
          on,
          signal,
          onProgress,
          consent: async (commands) => agreesToCommands(view, commands),
        }),
      );
    },
  };
}
