import {once} from 'node:events';
import {setTimeout as wait} from 'node:timers/promises';
import type {Screen, Terminal} from './terminal.ts';

// A line that is a cell too wide, by a letter that this terminal draws wider, stays in its row.
const wrapOff = '\u{1B}[?7l';
const wrapOn = '\u{1B}[?7h';

const beginFrame = '\u{1B}[?2026h';
const endFrame = '\u{1B}[?2026l';
const clearScreen = '\u{1B}[H\u{1B}[J';
const toLastRow = '\u{1B}[999;1H';

// @see https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, OSC 52
const toClipboard = '\u{1B}]52;c;';

/** Milliseconds after which nobody has stopped this program, as where no shell watches over it. */
const stoppedBy = 200;

/** The terminal of this process, and the ways to take it, hand it over and give it back. */
export interface OwnTerminal extends Terminal {
  /** Before the first frame. */
  readonly take: () => void;
  /** Says who draws; gives the way to say that nobody does any more. */
  readonly attach: (screen: Screen) => () => void;
  readonly isLent: () => boolean;
  /** Resolves when nobody has it any more; rejects with what became of who had it last. */
  readonly returned: () => Promise<unknown>;
  /** Leaves it as it was found. */
  readonly giveBack: () => void;
}

/** @param isFullScreen whether screens fill the terminal, and are not read out line by line */
export function createOwnTerminal(stdout: NodeJS.WriteStream, isFullScreen: boolean): OwnTerminal {
  let screen: Screen | undefined;
  let loan: Promise<unknown> | undefined;
  let isLent = false;
  let isStopping = false;
  let hasDrawn = false;

  const write = (text: string) => stdout.write(text);
  const holdLines = () => isFullScreen && write(wrapOff);

  async function lendTo<T>(current: Screen, work: () => Promise<T>): Promise<T> {
    isLent = true;
    const done = Promise.withResolvers<T>();
    try {
      await current.suspend(async () => {
        write(wrapOn);
        try {
          done.resolve(await work());
        } finally {
          // Whoever had it may have left the cursor anywhere; Ink draws from its column.
          write('\r');
          if (screen) holdLines();
        }
      });
      return await done.promise;
    } finally {
      isLent = false;
    }
  }

  function lend<T>(work: () => Promise<T>): Promise<T> {
    if (!screen || isLent) return Promise.reject(new Error('The terminal is not there to lend.'));
    const lending = lendTo(screen, work);
    // Whoever asked for it hears of a failure; here it is kept.
    lending.catch(() => undefined);
    loan = lending;
    return lending;
  }

  async function stop(): Promise<void> {
    isStopping = true;
    process.off('SIGTSTP', suspend);
    const goesOn = once(process, 'SIGCONT');
    // All of the job, as the terminal itself would: whoever started this program waits for it.
    process.kill(0, 'SIGTSTP');
    await Promise.race([goesOn, wait(stoppedBy)]);
    process.on('SIGTSTP', suspend);
    isStopping = false;
  }

  function suspend(): void {
    // Windows has no jobs, so there is nothing to come back from.
    if (isStopping || process.platform === 'win32') return;
    // An editor that has the terminal stops with this program, and keeps it.
    if (isLent) void stop();
    else if (screen) void lend(stop);
  }

  /** After a stop that this program did not see, the terminal is the shell's. */
  function goOn(): void {
    if (screen && !isLent) void lend(() => Promise.resolve());
  }

  /**
   * A terminal that shrinks drops rows, and moves the cursor; when it has its old size again before
   * anybody looks, nothing tells that it did.
   */
  function resized(): void {
    setImmediate(redraw);
  }

  function giveBack(): void {
    process.off('SIGWINCH', resized);
    process.off('SIGTSTP', suspend);
    process.off('SIGCONT', goOn);
    process.off('exit', giveBack);
    if (isFullScreen) write(wrapOn);
  }

  function redraw(): void {
    if (!screen || isLent) return;
    if (isFullScreen) write(`${beginFrame}${wrapOff}${clearScreen}${toLastRow}`);
    screen.clear();
    // Everybody who draws looks at the terminal again, Ink first of all.
    stdout.emit('resize');
    if (isFullScreen) write(endFrame);
  }

  return {
    take() {
      process.on('SIGTSTP', suspend);
      process.on('SIGCONT', goOn);
      process.on('SIGWINCH', resized);
      process.on('exit', giveBack);
      // Keys typed before raw mode were echoed by the kernel; Ink draws from wherever the cursor is.
      write('\r');
      holdLines();
    },
    attach(next) {
      screen = next;
      return () => {
        screen = undefined;
        // Where there is no alternate screen, what comes next must not stand on the last row.
        if (!isLent) write(isFullScreen ? `${toLastRow}\r\n` : '\r\n');
      };
    },
    lend,
    suspend,
    copy(text) {
      write(`${toClipboard}${Buffer.from(text).toString('base64')}\u{7}`);
    },
    leave: () => screen?.leave(),
    redraw,
    heal() {
      // The first screen finds nothing to heal, and a voice says everything again for nothing.
      if (hasDrawn && isFullScreen) redraw();
      hasDrawn = true;
    },
    isLent: () => isLent,
    returned: () => loan ?? Promise.resolve(),
    giveBack,
  };
}
