import {tmpdir} from 'node:os';
import {createRunner, type Runner} from '../../checks/process/runner.ts';
import {askProgram} from '../../checks/kinds/ask-program.ts';
import {typedCommand} from '../../checks/kinds/typed-command.ts';
import {tellProgress, type OnProgress} from '../../progress/told-progress.ts';
import type {AskedCommand, FileProblem} from '../discovered.ts';

export type Words = readonly [program: string, ...args: string[]];

/** What a command said. */
export interface Said {
  readonly text: string;
  readonly stderr: string;
  readonly isGood: boolean;
  /** Who said it, and when: `ss, 14:02`. */
  readonly source: string;
}

/** Shows commands, and says whether they may run. */
export type Consent = (commands: readonly string[]) => Promise<boolean>;

/** The host that is asked. Nothing is asked of it that no person has seen before. */
export interface Host {
  /** What leads there, as checks have it; nothing for this machine. */
  readonly on: readonly string[] | undefined;
  /** What the commands said, in their order; nothing for one that did not run. */
  readonly ask: (commands: readonly Words[]) => Promise<readonly (Said | undefined)[]>;
  readonly tell: (problem: FileProblem) => void;
  readonly asked: readonly AskedCommand[];
  readonly problems: readonly FileProblem[];
  /** Programs of which not everything was heard that they could have said. */
  readonly unread: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface HostOptions {
  readonly on?: readonly string[] | undefined;
  readonly consent: Consent;
  readonly now: () => Date;
  /** Once it is aborted, nothing more is run. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Milliseconds that a command may take. */
const patience = 20_000;

/** What kubectl says where no cluster is meant, and systemctl where something else is the first process. */
const absent = /current-context is not set|not been booted with systemd/;

interface Waiting {
  readonly words: Words;
  readonly answer: (said: Said | undefined) => void;
  readonly fail: (error: unknown) => void;
}

function clock(time: Date): string {
  return [time.getHours(), time.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

/** Asks a host, at once for what is wanted at the same time, so that a person agrees to it at once. */
export function createHost(options: HostOptions): Host {
  const {on, consent, now, signal: left, onProgress} = options;
  const asked: AskedCommand[] = [];
  const problems: FileProblem[] = [];
  const programs = new Set<string>();
  const failed = new Set<string>();
  const runner: Runner = createRunner(tmpdir());
  let waiting: Waiting[] = [];
  let lost: string | undefined;
  let isRefused = false;
  let isLate = false;
  let turn = Promise.resolve();

  function typed(words: Words): string {
    return typedCommand([...(on ?? []), ...words]);
  }

  function skip(words: Words, why: string): undefined {
    asked.push({command: typed(words), ran: false, why});
    return undefined;
  }

  async function run(words: Words): Promise<Said | undefined> {
    const limits = [AbortSignal.timeout(patience), ...(left ? [left] : [])];
    const signal = AbortSignal.any(limits);
    const answer = await askProgram(words, {
      run: async (order) => runner.run({...order, on, folder: tmpdir(), signal}),
      isElsewhere: on !== undefined,
    });
    const command = typed(words);
    if (answer.type === 'aborted') {
      isLate = true;
      problems.push({file: command, message: `It did not answer within ${patience / 1000} s.`});
      return skip(words, 'it did not answer in time');
    }
    if (answer.type === 'not-started') {
      if (answer.code.startsWith('There is no connection')) {
        lost = answer.code;
        problems.push({file: typedCommand(on ?? []), message: answer.code});
      }
      return skip(words, answer.code === 'ENOENT' ? `${words[0]} is not there` : answer.code);
    }
    const isGood = answer.exit === 0;
    const isAbsent = !isGood && absent.test(answer.stderr);
    asked.push({command, ran: true, ...(isAbsent ? {why: firstLine(answer.stderr)} : {})});
    const program = words[0].split('/').at(-1) ?? '';
    if (!isGood && !isAbsent && answer.stderr.trim() !== '') {
      failed.add(program);
      problems.push({file: command, message: firstLine(answer.stderr)});
    }
    const source = `${program}, ${clock(now())}`;
    return {text: answer.stdout, stderr: answer.stderr, isGood, source};
  }

  async function answerAll(batch: readonly Waiting[]): Promise<void> {
    // Who has said no is not asked again.
    isRefused ||= left?.aborted === true;
    await tellProgress(onProgress, undefined);
    isRefused ||= lost === undefined && !(await consent(batch.map(({words}) => typed(words))));
    for (const {words, answer} of batch) {
      if (!isRefused && lost === undefined)
        await tellProgress(onProgress, {doing: typed(words), done: asked.length});
      if (lost !== undefined) answer(skip(words, lost));
      else answer(isRefused ? skip(words, 'nobody agreed to it') : await run(words));
    }
  }

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      if (batch.length > 0) await answerAll(batch);
    } catch (error) {
      for (const {fail} of batch) fail(error);
    }
  }

  return {
    on,
    asked,
    problems,
    // What one program says is often only known through another one, which may not have been asked then.
    unread: () => [...(isRefused || isLate || lost !== undefined ? programs : failed)],
    tell(problem) {
      problems.push(problem);
    },
    async ask(commands) {
      for (const [program] of commands) programs.add(program.split('/').at(-1) ?? '');
      const answers = commands.map(
        async (words) =>
          new Promise<Said | undefined>((resolve, reject) => {
            waiting.push({words, answer: resolve, fail: reject});
          }),
      );
      setImmediate(() => {
        turn = turn.then(flush);
      });
      return Promise.all(answers);
    },
    close: async () => runner.close(),
  };
}
