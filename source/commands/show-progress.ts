import {styleText} from 'node:util';
import stringWidth from 'string-width';
import type {OnProgress, Progress} from '../progress/told-progress.ts';
import {countWords, shareOf, timeWordsOf} from '../progress/progress-words.ts';
import {showControls} from '../redaction/strip-terminal.ts';
import {isNarrated, isQuiet as isQuietCall} from '../tell-aside.ts';
import {hasPlainSigns} from '../wizard/theme/chosen-look.ts';
import {wantedColors} from './has-colors.ts';
import {takeLook} from './take-look.ts';

/** How long something may last before anything is drawn, and how often it is drawn then. */
const patience = 300;
const often = 250;
/** How often a screen reader is told: each line is read out. */
const seldom = 10_000;

export interface ShownProgress {
  readonly progress: Progress;
  /** Milliseconds since the whole began, and since its progress was told. */
  readonly elapsed: number;
  readonly since?: number;
}

interface Looks {
  readonly columns: number;
  readonly hasColor?: boolean;
  readonly isPlain?: boolean;
}

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

/** One line that tells how far something is: `━━━━━━──────── 3/12  4 s, about 10 s left  Pods run`. */
export function progressLine(
  {progress, elapsed, since = 0}: ShownProgress,
  {columns, hasColor = false, isPlain = false}: Looks,
): string {
  const [fullSign, emptySign] = isPlain ? ['#', '.'] : ['━', '─'];
  const share = shareOf(progress);
  const width = share === undefined ? 0 : Math.max(4, Math.min(20, Math.floor(columns / 4)));
  const full = Math.round((share ?? 0) * width);
  const words = [
    countWords(progress),
    timeWordsOf(progress, elapsed, since),
    showControls(progress.doing),
  ].filter(Boolean);
  const drawn = fullSign.repeat(full);
  const left = emptySign.repeat(width - full);
  const room = columns - 1 - (width === 0 ? 0 : width + 1);
  const text = fitted(words.join('  '), Math.max(0, room));
  if (width === 0) return text;
  if (!hasColor) return `${drawn}${left} ${text}`;
  const style = {validateStream: false};
  return `${styleText('cyan', drawn, style)}${styleText('dim', left, style)} ${text}`;
}

type Environment = Readonly<Record<string, string | undefined>>;

function isOn(said: string | undefined): boolean {
  return said !== undefined && said !== '' && said !== '0' && said !== 'false';
}

/**
 * Whether progress is drawn as a bar, said in a line now and then, or not told at all: nobody watches a
 * pipe or the log of a pipeline, and a dumb terminal cannot take a line back.
 */
export function mannerOf(
  isTerminal: boolean,
  env: Environment = process.env,
): 'bar' | 'lines' | 'nothing' {
  if (!isTerminal || env['TERM'] === 'dumb' || isOn(env['CI'])) return 'nothing';
  return env['INK_SCREEN_READER'] === 'true' ? 'lines' : 'bar';
}

interface Teller {
  readonly tell: (shown: ShownProgress) => void;
  /** Takes away what was drawn. */
  readonly clear: () => void;
  readonly end: () => void;
}

async function barOn(stream: NodeJS.WriteStream): Promise<Teller> {
  const {createLogUpdate} = await import('log-update');
  const draw = createLogUpdate(stream);
  const hasColor = wantedColors() ?? stream.hasColors();
  const isPlain = hasPlainSigns(process.env);
  return {
    tell: (shown) => draw(progressLine(shown, {columns: stream.columns || 80, hasColor, isPlain})),
    clear: () => draw.clear(),
    end() {
      draw.clear();
      draw.done();
    },
  };
}

function linesOn(stream: NodeJS.WriteStream): Teller {
  return {
    tell({progress, elapsed, since = 0}) {
      const {doing, done, total} = progress;
      const count = total === undefined ? '' : `${done} of ${total} done, `;
      const words = `${count}${timeWordsOf(progress, elapsed, since)}: ${showControls(doing)}`;
      stream.write(`${words}\n`);
    },
    clear: () => undefined,
    end: () => undefined,
  };
}

interface ShowOptions {
  /** Tells nothing, as under `--json`. */
  readonly isQuiet?: boolean | undefined;
  readonly stream?: NodeJS.WriteStream;
}

/**
 * Shows on standard error how far a work is, once it lasts; nothing of it is left when the work has ended.
 * Where nobody watches, the work is not asked how far it is.
 */
export async function withProgress<T>(
  work: (onProgress: OnProgress | undefined) => Promise<T>,
  {isQuiet = false, stream = process.stderr}: ShowOptions = {},
): Promise<T> {
  const isSilent = isQuiet || isQuietCall() || isNarrated();
  if (!isSilent && stream.isTTY) takeLook({isLenient: true});
  const manner = isSilent ? 'nothing' : mannerOf(stream.isTTY);
  if (manner === 'nothing') return work(undefined);
  const started = performance.now();
  let told: {readonly progress: Progress; readonly at: number} | undefined;
  let teller: Teller | undefined;
  let isOver = false;

  const draw = () => {
    if (!teller || !told) return;
    const now = performance.now();
    teller.tell({progress: told.progress, elapsed: now - started, since: now - told.at});
  };
  const begin = async () => {
    const made = manner === 'bar' ? await barOn(stream) : linesOn(stream);
    if (isOver) return;
    teller = made;
    draw();
    timer = setInterval(draw, manner === 'bar' ? often : seldom);
  };
  let timer: NodeJS.Timeout = setTimeout(() => void begin(), manner === 'bar' ? patience : seldom);
  try {
    return await work((progress) => {
      told = progress && {progress, at: performance.now()};
      if (progress === undefined) teller?.clear();
      else if (manner === 'bar') draw();
    });
  } finally {
    isOver = true;
    clearTimeout(timer);
    clearInterval(timer);
    teller?.end();
  }
}
