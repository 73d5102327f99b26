import stringWidth from 'string-width';
import {formatDuration} from '../../checks/assertions/amounts.ts';

export interface ProgressState {
  readonly total: number;
  readonly finished: number;
  /** Names of the checks that run now, the longest-running first. */
  readonly running: readonly string[];
  /** Milliseconds. */
  readonly elapsed: number;
}

const barWidth = 20;

/** Cuts text to a width in columns. */
function fitted(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const {segment} of new Intl.Segmenter().segment(text)) {
    if (stringWidth(`${kept}${segment}…`) > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** One line that tells how far a run is: `━━━━──── 3/12  4 s  running API is healthy, Pods run`. */
export function progressLine(
  {total, finished, running, elapsed}: ProgressState,
  columns: number,
): string {
  const full = total === 0 ? 0 : Math.round((finished / total) * barWidth);
  const bar = '━'.repeat(full) + '─'.repeat(barWidth - full);
  // Whole seconds: the tenths of a clock that redraws now and then only flicker.
  const time = formatDuration(Math.floor(elapsed / 1000) * 1000);
  const head = `${bar} ${finished}/${total}  ${elapsed < 1000 ? '0 s' : time}  `;
  return fitted(
    `${head}${running.length === 0 ? '' : `running ${running.join(', ')}`}`,
    columns - 1,
  );
}

type ProgressEvent = {readonly type: string; readonly index: number; readonly name: string};

export interface Progress {
  readonly onEvent: (event: ProgressEvent) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/**
 * Keeps one line on a terminal up to date while checks run. Off a terminal it writes nothing.
 * `total` is how many checks there are to run.
 */
export function showProgress(stream: NodeJS.WriteStream, total: number): Progress {
  if (!stream.isTTY || process.env['TERM'] === 'dumb')
    return {onEvent: () => undefined, clear: () => undefined};
  const running = new Map<number, string>();
  const started = performance.now();
  let finished = 0;
  const draw = () => {
    const state = {
      total,
      finished,
      running: [...running.values()],
      elapsed: performance.now() - started,
    };
    stream.write(`\r\u001B[2K${progressLine(state, stream.columns || 80)}`);
  };
  const timer = setInterval(draw, 250);
  timer.unref();
  draw();
  return {
    onEvent({type, index, name}) {
      if (type === 'started') running.set(index, name);
      else if (type === 'finished') {
        running.delete(index);
        finished += 1;
      }
      draw();
    },
    clear() {
      clearInterval(timer);
      stream.write('\r\u001B[2K');
    },
  };
}
