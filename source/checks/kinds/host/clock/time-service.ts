import type {Answer} from '../../ask-program.ts';

/** What a host's time service says of its clock. */
export interface ClockState {
  /** Who says it. */
  readonly service: string;
  readonly isSynchronized: boolean;
  /** Milliseconds between the clock and the time it follows, whichever way; undefined: not told. */
  readonly offset?: number | undefined;
}

/** Runs a program with its words in plain English. */
export type AskClock = (...command: readonly string[]) => Promise<Answer>;

/** One time service. `ask` gives the reason where it does not run here. */
export interface TimeService {
  readonly word: string;
  readonly ask: (ask: AskClock) => Promise<ClockState | {readonly reason: string}>;
}

/** Why a program gave no answer. */
export function noAnswer(program: string, answer: Answer): {readonly reason: string} {
  if (answer.type === 'aborted') return {reason: `${program} was not asked to the end`};
  if (answer.type === 'not-started')
    return {
      reason: answer.code === 'ENOENT' ? `${program} is not there` : `${program}: ${answer.code}`,
    };
  const [line = ''] = `${answer.stderr}\n${answer.stdout}`.trim().split('\n');
  return {reason: `${program} does not answer${line === '' ? '' : `: ${line.trim()}`}`};
}
