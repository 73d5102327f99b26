import {Readable} from 'node:stream';
import {StringDecoder} from 'node:string_decoder';
import {unstable_IdlePriority, unstable_scheduleCallback} from 'scheduler';
import {asInkReads} from './same-key.ts';
import {createKeySplitter, type Unfinished} from './split-keys.ts';

/** Milliseconds to wait for the rest of something before it is taken as it stands. */
export type Patience = Readonly<Record<Unfinished, number>>;

/**
 * A terminal sends a key in one piece, and its answers soon; a slow line cuts both. Over ssh Esc is
 * felt a little later, for arrows that stay arrows.
 */
export function usualPatience(env: NodeJS.ProcessEnv = process.env): Patience {
  const isFar = Boolean(env['SSH_CONNECTION'] ?? env['SSH_TTY']);
  return isFar ? {key: 300, answer: 2000, paste: 2000} : {key: 100, answer: 1000, paste: 1000};
}

export interface KeyQueueOptions {
  readonly patience?: Patience;
  /**
   * What the program itself does with a key, wherever it is: by the character that Ctrl makes. Nothing
   * on the screen hears such a key.
   */
  readonly commands?: Readonly<Record<string, () => void>>;
  /** Called as soon as Ctrl+C is read for the second time, whatever the keys before it wait for. */
  readonly onSecondInterrupt?: () => void;
}

/** What Ink reads instead of the terminal's own stdin. */
export interface KeyQueue extends Readable {
  readonly isTTY: boolean;
  readonly isRaw: boolean;
  /** How many keys are still to be delivered. */
  readonly waiting: number;
  /** Ink's own switch: on takes the terminal's input, off leaves all of it to a child process. */
  readonly setRawMode: (isEnabled: boolean) => KeyQueue;
  /**
   * Lets keys wait until `work` is over, whichever way it ends: what they do may depend on what the
   * work changes.
   */
  readonly holdDuring: (work: Promise<unknown>) => void;
  /** Forgets what came in one piece with the key that was delivered last; Ctrl+C stays. */
  readonly forgetBurst: () => void;
  readonly ref: () => KeyQueue;
  readonly unref: () => KeyQueue;
}

/**
 * A key may change state in its own turn, after a promise, or in an effect of what it drew: React
 * begins each in a turn of its own.
 */
const roundsPerKey = 3;

/**
 * Runs when React has nothing left to do. All it does is work of its own scheduler: drawing, then
 * mounting the next screen's key handlers, each in a task of a higher priority than this one, however
 * many turns of the event loop that takes on a busy machine.
 */
function afterReact(rounds: number, run: () => void): void {
  setImmediate(() => {
    unstable_scheduleCallback(unstable_IdlePriority, () => {
      if (rounds === 1) run();
      else afterReact(rounds - 1, run);
    });
  });
}

/**
 * The standard input to give to Ink's `render({stdin})`: it delivers one key at a time and lets
 * React finish with each before the next, so that keys typed or pasted at any speed all reach the
 * state they were meant for. A bracketed paste is one key, however large.
 *
 * Where there is a terminal it is put into raw mode at once, so that nothing typed while the first
 * frame is drawn is echoed into it; what was typed before that is delivered too. Reading begins
 * when Ink turns raw mode on, stops when Ink turns it off (as for `suspendTerminal`), and keys that
 * were already read then wait until it is on again. The end of the input is passed on as `end`.
 */
export function createKeyQueue(
  stdin: NodeJS.ReadStream,
  {patience = usualPatience(), commands = {}, onSecondInterrupt}: KeyQueueOptions = {},
): KeyQueue {
  const decoder = new StringDecoder('utf8');
  const splitter = createKeySplitter();
  let keys: string[] = [];
  /** For each key the piece of input that it came in. */
  let bursts: number[] = [];
  let burst = 0;
  let next = 0;
  let isReading = false;
  let isScheduled = false;
  let hasEnded = false;
  let holds = 0;
  let interrupts = 0;
  let waitsFor: Unfinished | undefined;
  let timer: NodeJS.Timeout | undefined;

  function add(more: readonly string[]): void {
    if (next === keys.length) {
      keys = [];
      bursts = [];
      next = 0;
    }
    for (const key of more) {
      const read = asInkReads(key);
      keys.push(read);
      bursts.push(burst);
      if (read !== '\u{3}') continue;
      interrupts += 1;
      if (interrupts > 1) onSecondInterrupt?.();
    }
    schedule();
  }

  /** An answer ends in its time, however much a person types into it; all else waits anew. */
  function waitForMore(): void {
    const wanted = splitter.unfinished();
    if (wanted === 'answer' && waitsFor === 'answer') return;
    clearTimeout(timer);
    waitsFor = wanted;
    if (wanted !== undefined)
      // On a busy machine the rest may have come long ago: it is read before the wait is over.
      timer = setTimeout(() => {
        const waited = timer;
        setImmediate(() => {
          if (waited === timer && waitsFor !== undefined) finish();
        });
      }, patience[wanted]);
  }

  function finish(): void {
    add(splitter.end());
    waitForMore();
  }

  function forgetBurst(): void {
    const last = bursts[next - 1];
    const left = [...keys.entries()].filter(
      ([index, key]) => index < next || bursts[index] !== last || key === '\u{3}',
    );
    bursts = left.map(([index]) => bursts[index] ?? burst);
    keys = left.map(([, key]) => key);
  }

  function take(chunk: Buffer | string): void {
    burst += 1;
    add(splitter.push(typeof chunk === 'string' ? chunk : decoder.write(chunk)));
    waitForMore();
  }

  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    add(splitter.push(decoder.end()));
    finish();
  };

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    afterReact(roundsPerKey, deliver);
  }

  function deliver(): void {
    isScheduled = false;
    if (holds > 0) return;
    const command = commands[keys[next] ?? ''];
    if (command && isReading) {
      next += 1;
      command();
      schedule();
      return;
    }
    const isHeard = queue.listenerCount('readable') > 0 || queue.readableFlowing === true;
    if (!isHeard) return;
    if (queue.readableLength > 0) {
      schedule();
      return;
    }
    const key = keys[next];
    if (key !== undefined) {
      next += 1;
      queue.push(key, 'utf8');
      schedule();
    } else if (hasEnded && !queue.readableEnded) queue.push(null);
  }

  function setReading(isOn: boolean): void {
    if (isOn === isReading) return;
    isReading = isOn;
    if (isOn) {
      stdin.on('data', take);
      stdin.on('end', end);
      stdin.resume();
      return;
    }
    stdin.pause();
    stdin.off('data', take);
    stdin.off('end', end);
    finish();
  }

  const queue = Object.defineProperties(new Readable({read() {}}), {
    isTTY: {get: () => stdin.isTTY},
    isRaw: {get: () => stdin.isRaw},
    waiting: {get: () => keys.length - next + (queue.readableLength > 0 ? 1 : 0)},
    setRawMode: {
      value(isEnabled: boolean) {
        if (!isEnabled) setReading(false);
        stdin.setRawMode(isEnabled);
        if (isEnabled) setReading(true);
        return queue;
      },
    },
    holdDuring: {
      value(work: Promise<unknown>) {
        holds += 1;
        const release = () => {
          holds -= 1;
          schedule();
        };
        work.then(release, release);
      },
    },
    forgetBurst: {value: forgetBurst},
    ref: {
      value() {
        stdin.ref();
        return queue;
      },
    },
    unref: {
      value() {
        stdin.unref();
        return queue;
      },
    },
  }) as KeyQueue;

  queue.on('newListener', (event) => {
    if (event === 'readable' || event === 'data') schedule();
  });
  // A terminal that went away reads as an error; for a reader that is the end.
  stdin.on('error', end);
  if (stdin.isTTY) stdin.setRawMode(true);
  return queue;
}
