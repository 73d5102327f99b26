import {Buffer} from 'node:buffer';
import {Problem} from '../../../problem.ts';
import {readProgram} from '../../../programs/read-program.ts';
import {oneLine} from '../../one-line.ts';

/** What git answered; its words are a line, as it says what is wrong. */
export interface GitAnswer {
  readonly isGood: boolean;
  readonly stdout: Buffer;
  readonly text: string;
  readonly words: string;
}

/** How git is asked in a folder. */
export interface Git {
  readonly folder: string;
  /** Whether it may ask for a password; a screen that draws has no place for that. */
  readonly hasTerminal: boolean;
  /** Milliseconds that it may take; without end where it may ask. */
  readonly patience?: number;
}

/** Bytes of what git prints; a journal may be long. */
const most = 512 * 1024 ** 2;

/** What tells git of another repository than that of its folder, as in a hook that has called us. */
const misleading = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
];

function environment(hasTerminal: boolean): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {...process.env, LC_ALL: 'C', GIT_MERGE_AUTOEDIT: 'no'};
  for (const name of misleading) delete env[name];
  if (!hasTerminal) env['GIT_TERMINAL_PROMPT'] = '0';
  return env;
}

/** What git adds to everything of a kind, and says nothing of what is wrong. */
const said =
  /^(?:To |hint:|Aborting|failed to push|Could not read from remote|Please make sure you have|and the repository exists)/u;

/** The last line of what git says, without its own marks: there it says what is wrong. */
function wordsOf(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) =>
      oneLine(line.replace(/^remote: /u, '').replace(/^(?:fatal|error|warning): /u, '')),
    )
    .filter((line) => line !== '' && !said.test(line));
  const text = lines.slice(0, 3).join(' ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/**
 * Calls the user's own git. It runs the hooks and filters that it is set up with.
 *
 * @throws {Problem} when there is no git.
 */
export async function askGit(
  git: Git,
  args: readonly string[],
  input?: string,
): Promise<GitAnswer> {
  const {folder, hasTerminal, patience} = git;
  const answer = await readProgram({
    command: ['git', ...args],
    folder,
    environment: environment(hasTerminal),
    most,
    hasTerminal,
    ...(input === undefined ? {} : {input}),
    ...(patience === undefined ? {} : {patience}),
  });
  if (answer.type === 'not-started')
    throw new Problem(
      `git cannot be started in ${folder}: ${answer.code}.`,
      'Install git (package git), or use "handoff-wizard share --file FILE", which needs none.',
    );
  const stdout = Buffer.from(answer.stdout);
  const text = stdout.toString('utf8').replace(/\n$/u, '');
  return {isGood: answer.isGood, stdout, text, words: wordsOf(answer.stderr || text)};
}

/** What git prints; nothing where it has nothing or says no. */
export async function textOf(git: Git, ...args: readonly string[]): Promise<string | undefined> {
  const {isGood, text} = await askGit(git, args);
  return isGood && text !== '' ? text : undefined;
}
