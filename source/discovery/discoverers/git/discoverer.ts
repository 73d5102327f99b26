import {lstat} from 'node:fs/promises';
import path from 'node:path';
import {callProgram} from '../../../programs/call-program.ts';
import type {Finding} from '../../discovered.ts';
import type {Discoverer} from '../../discoverer-entry.ts';
import {row} from '../../findings.ts';

/** Milliseconds; git answers from files on this machine. */
const patience = 10_000;

/** Where nothing that a repository configures can start a program, ask a server or look outside. */
const safely = [
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.pager=cat',
  '-c',
  'protocol.allow=never',
] as const;

/** What git answers in a folder whose own repository it is; nothing where it cannot. */
async function ask(folder: string, words: readonly string[]): Promise<string | undefined> {
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    GIT_CEILING_DIRECTORIES: path.dirname(folder),
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C.UTF-8',
  };
  const answer = await callProgram({
    command: ['git', ...safely, ...words],
    folder,
    environment,
    patience,
  });
  return answer.type === 'answer' && answer.isGood ? answer.stdout.trim() : undefined;
}

/** An address of a repository without the user and the password in it. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z+]+:\/\/)[^@/]*@/i, '$1');
}

async function remotes(folder: string): Promise<Finding[]> {
  const listed =
    (await ask(folder, ['config', '--local', '--get-regexp', String.raw`^remote\..*\.url$`])) ?? '';
  return listed.split('\n').flatMap((line) => {
    const [, name, address] = /^remote\.(.+)\.url (\S+)$/.exec(line) ?? [];
    if (name === undefined || address === undefined) return [];
    const fields = {name: `Source repository ${name}`, use: `The source: ${withoutUser(address)}`};
    return [row('access', `repository ${name}`, fields, `git, remote ${name}`)];
  });
}

/** The most that have worked on it lately are offered, where a name is asked for. */
const mostPeople = 10;

/** The repository of the folder: where its source is, the version that is checked out, who works on it. */
export const git: Discoverer = {
  name: 'git',
  looksAt: 'the repository: remotes, the tag that is checked out, people',
  wants: (file) => file === '.git',
  async discover(file, folder) {
    if (!(await lstat(path.join(folder.path, file))).isDirectory()) return [];
    const tag = await ask(folder.path, ['describe', '--tags', '--exact-match', 'HEAD']);
    if (tag !== undefined && /\d/.test(tag))
      folder.suggest({for: 'version', text: tag, source: 'git, tag of HEAD'});
    const names =
      (await ask(folder.path, [
        'log',
        '-n',
        '500',
        '--no-show-signature',
        '--format=%aN <%aE>',
        'HEAD',
      ])) ?? '';
    const counts = Map.groupBy(
      names.split('\n').filter((name) => name !== '' && !/\bbot\b|\[bot\]/i.test(name)),
      (name) => name,
    );
    const people = [...counts]
      .toSorted(([, one], [, other]) => other.length - one.length)
      .slice(0, mostPeople);
    for (const [text, commits] of people)
      folder.suggest({
        for: 'person',
        text,
        source: `git, ${commits.length} of the last 500 commits`,
      });
    return [
      ...(tag !== undefined && /\d/.test(tag)
        ? [
            row(
              'components',
              'version of the repository',
              {name: path.basename(folder.path), version: tag.replace(/^v(?=\d)/, '')},
              'git, tag of HEAD',
              {of: 'folder:.', isOnlyPart: true},
            ),
          ]
        : []),
      ...(await remotes(folder.path)),
    ];
  },
};
