/** Keeps the newest text safe, one write at a time. */
export interface DraftKeeper {
  /** Resolves once this text, or a newer one, is kept. */
  readonly keep: (text: string) => Promise<void>;
  /** Resolves once nothing is being written; rejects with why the newest text is not kept. */
  readonly settle: () => Promise<void>;
}

/** @param write keeps one text; what comes meanwhile waits, and only the newest is written next */
export function createDraftKeeper(write: (text: string) => Promise<void>): DraftKeeper {
  let newest: string | undefined;
  let running: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    try {
      while (newest !== undefined) {
        const text = newest;
        await write(text);
        if (newest === text) newest = undefined;
      }
    } finally {
      running = undefined;
    }
  }

  function start(): Promise<void> {
    running ??= writeAll();
    return running;
  }

  return {
    keep(text) {
      newest = text;
      return start();
    },
    settle: () => (newest === undefined ? Promise.resolve() : start()),
  };
}
