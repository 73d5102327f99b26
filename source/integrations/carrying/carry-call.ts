import {missingProgram} from '../../programs/missing-program.ts';
import {callProgram} from '../../programs/call-program.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import type {Carried, Doing, Reply} from '../integration-entry.ts';
import type {Surroundings} from './carry-request.ts';

/** The exit code with which `gh` says that nobody is signed in. */
const needsAuth = 4;
/** EX_TEMPFAIL of sysexits.h: try again later. */
const tryLater = 75;

const quiet = {
  GH_PROMPT_DISABLED: '1',
  GH_PAGER: 'cat',
  GLAB_PAGER: 'cat',
  PAGER: 'cat',
  NO_COLOR: '1',
  CLICOLOR_FORCE: '0',
  GH_FORCE_TTY: undefined,
};

/** An answer as `gh api --include` prints it: a status line, headers, an empty line, the body. */
export function readPrinted(printed: string): Reply | undefined {
  const [, status] = /^HTTP\/[\d.]+ (\d{3})\b/u.exec(printed) ?? [];
  if (status === undefined) return undefined;
  const end = /\r?\n\r?\n/u.exec(printed);
  const head = printed.slice(0, end?.index ?? printed.length);
  const headers = head
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => /^([^:]+):\s*(.*)$/u.exec(line))
    .flatMap((found) => (found ? [[found[1]?.toLowerCase() ?? '', found[2] ?? ''] as const] : []));
  const body = end ? printed.slice(end.index + end[0].length) : '';
  return {status: Number(status), headers: new Map(headers), body};
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';

/** What a program that speaks HTTP for us made of it. */
function httpOutcome(program: string, exit: number | undefined, out: string, err: string): Carried {
  const reply = readPrinted(out);
  if (reply) return {type: 'reply', ...reply};
  if (exit === needsAuth || /auth login/u.test(err))
    return {
      type: 'stopped',
      why: `${program} has nobody signed in.`,
      todo: `Sign in: ${program} auth login`,
    };
  if (/error connecting to|no such host|connection refused|could not resolve/iu.test(err))
    return {type: 'unreached', why: `${program} reached nobody: ${lastLine(err)}.`};
  if (exit === undefined) return {type: 'unknown', why: `${program} was ended before it answered.`};
  // What it says of its own flags and of a wrong address, it says before it asks anybody.
  return /unknown (?:flag|command)|accepts \d+ arg|invalid/iu.test(err)
    ? {type: 'stopped', why: `${program}: ${lastLine(err)}`, todo: `Bring ${program} up to date.`}
    : {
        type: 'unknown',
        why: `${program} ended with ${exit}: ${lastLine(err) || 'no reason given'}.`,
      };
}

/** What a command of the person's own made of it. */
function commandOutcome(
  words: string,
  exit: number | undefined,
  out: string,
  err: string,
): Carried {
  const said = lastLine(err) === '' ? '' : `: ${lastLine(err)}`;
  if (exit === 0) return {type: 'reply', status: 200, headers: new Map(), body: out};
  if (exit === undefined) return {type: 'unknown', why: `${words} was ended before it was done.`};
  if (exit === tryLater)
    return {type: 'unreached', why: `${words} asks to try again later (75)${said}.`};
  return {
    type: 'stopped',
    why: `${words} ended with ${exit}${said}.`,
    todo: 'Mend what it says and send again.',
  };
}

/** Calls a program once, with what it reads, and tells what came of it. */
export async function carryCall(
  {command, input, isHttp}: Extract<Doing, {type: 'call'}>,
  {folder, patience}: Surroundings,
): Promise<Carried> {
  const words = typeof command === 'string' ? (['/bin/sh', '-c', command] as const) : command;
  const [program] = words;
  const answer = await callProgram({
    command: words,
    folder,
    patience,
    environment: {...process.env, ...quiet},
    ...(input === undefined ? {} : {input: {text: input}}),
  });
  if (answer.type === 'not-started')
    return {
      type: 'stopped',
      why:
        answer.code === 'ENOENT'
          ? missingProgram(program)
          : `${program} cannot be started (${answer.code}).`,
      todo: 'Then send again.',
    };
  const {exit} = answer;
  const [out, err] = await Promise.all(
    [answer.stdout, answer.stderr].map(async (text) => (await redactSecrets(text)).text),
  );
  return isHttp
    ? httpOutcome(program, exit, out ?? '', err ?? '')
    : commandOutcome(
        typeof command === 'string' ? 'The command' : program,
        exit,
        out ?? '',
        err ?? '',
      );
}
