import {textOf, type EditorState} from './editor-state.ts';

/** What a keeper calls. */
export interface KeeperHandlers {
  readonly onKeep: (text: string) => Promise<void>;
  /** Called with a state once its text has been kept. */
  readonly onShow: (state: EditorState) => void;
  readonly onProblem: (error: Error) => void;
}

/** Holds an editor's state and shows only what has been kept. */
export interface Keeper {
  /** The state with every key so far. */
  readonly current: () => EditorState;
  readonly change: (state: EditorState) => void;
  /** Says whom to call from now on; nothing is kept before. */
  readonly attach: (handlers: KeeperHandlers) => void;
  /**
   * Gives the text once all of it has been kept. Rejects with the reason when keeping fails; the
   * text stays in memory, and the next change or call tries again.
   */
  readonly settle: () => Promise<string>;
}

function asError(problem: unknown): Error {
  return problem instanceof Error ? problem : new Error(String(problem));
}

/**
 * One text is being kept at a time; whatever changes meanwhile goes into the next round, so that
 * keys never wait for the disk and none is shown before it is safe. `initialText` is the text that
 * `initial` was made of, and counts as kept.
 */
export function createKeeper(initial: EditorState, initialText: string): Keeper {
  let handlers: KeeperHandlers = {
    onKeep: () => Promise.reject(new Error('The editor is not on screen.')),
    onShow() {},
    onProblem() {},
  };
  let current = initial;
  let shown = initial;
  let kept = {lines: initial.lines, text: initialText};
  let running: Promise<Error | undefined> | undefined;

  function show(state: EditorState): void {
    shown = state;
    handlers.onShow(state);
  }

  async function keepAll(): Promise<Error | undefined> {
    let problem: Error | undefined;
    while (shown !== current) {
      const state = current;
      if (state.lines !== kept.lines) {
        const text = textOf(state);
        try {
          await handlers.onKeep(text);
          kept = {lines: state.lines, text};
          problem = undefined;
        } catch (error) {
          problem = asError(error);
          if (state.lines === current.lines) break;
          continue;
        }
      }
      show(state);
    }
    // In the same breath as the last look at `current`, so that no change falls in between.
    running = undefined;
    if (problem) handlers.onProblem(problem);
    return problem;
  }

  function start(): Promise<Error | undefined> {
    running ??= keepAll();
    return running;
  }

  return {
    current: () => current,
    attach(next) {
      handlers = next;
    },
    change(state) {
      if (state === current) return;
      current = state;
      if (running) return;
      if (state.lines === kept.lines) show(state);
      else void start();
    },
    async settle() {
      await running;
      while (current.lines !== kept.lines) {
        const problem = await start();
        if (problem) throw problem;
      }
      return kept.text;
    },
  };
}
