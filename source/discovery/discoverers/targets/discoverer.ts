import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, runbook} from '../../findings.ts';
import {deedOf} from './purposes-of-targets.ts';

interface Target {
  readonly name: string;
  readonly command: string;
  readonly line: number;
}

const scriptFile =
  /^[\w.-]+\.(?:sh|bash)$|(?:^|\/)(?:scripts?|bin|ops|deploy|tools|hack)\/(?:[\w-]+\/)?[\w.-]+\.(?:sh|bash)$/;

/** Files that hold targets, and how one of these is started. */
const holders: readonly (readonly [name: RegExp, start: string])[] = [
  [/^(?:GNU)?[Mm]akefile$/, 'make'],
  [/^[Jj]ustfile$/, 'just'],
];

/** The targets that are written at the start of a line, without those that a rule only makes files by. */
function targetsIn(text: string, start: string): Target[] {
  const found: Target[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const names = /^(?<names>[A-Za-z][\w.\- ]*?)\s*:(?![:=])/.exec(line)?.groups?.['names'];
    for (const name of names?.split(/\s+/) ?? [])
      if (!found.some((one) => one.name === name))
        found.push({name, command: `${start} ${name}`, line: index + 1});
  }
  return found;
}

function lineOf(text: string, name: string): number {
  const before = text.indexOf(`${JSON.stringify(name)}:`, Math.max(0, text.indexOf('"scripts"')));
  return text.slice(0, Math.max(0, before)).split('\n').length;
}

function npmTargets(text: string, file: string, folder: Folder): Target[] {
  try {
    const {scripts = {}} = JSON.parse(text) as {
      readonly scripts?: Readonly<Record<string, unknown>>;
    };
    return Object.keys(scripts).map((name) => ({
      name,
      command: `npm run ${name}`,
      line: lineOf(text, name),
    }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    folder.tell({file, message: 'This is no JSON.'});
    return [];
  }
}

function toRunbook({name, command, line}: Target, file: string, dir: string): Finding[] {
  const deed = deedOf(name);
  if (!deed) return [];
  const enter = dir === '.' ? '' : `cd '${dir}'\n`;
  const of = dir === '.' ? '' : ` in ${dir}`;
  const {words, effect} = deed;
  return [
    runbook(
      {name: `${words}: ${command}${of}`, commands: `${enter}${command}`, effect},
      at(file, line),
    ),
  ];
}

/** Targets and scripts by which people operate a system. */
export const targets: Discoverer = {
  name: 'targets',
  looksAt: 'targets of Makefiles and justfiles, npm scripts, shell scripts',
  wants(file) {
    const name = path.posix.basename(file);
    return (
      name === 'package.json' || scriptFile.test(file) || holders.some(([held]) => held.test(name))
    );
  },
  async discover(file, folder) {
    const name = path.posix.basename(file);
    const dir = path.posix.dirname(file);
    if (scriptFile.test(file)) {
      const target = {name: name.replace(/\.\w+$/, ''), command: `./${file}`, line: 1};
      return toRunbook(target, file, '.');
    }
    const text = await folder.read(file);
    if (text === undefined) return [];
    const start = holders.find(([held]) => held.test(name))?.[1];
    const found = start === undefined ? npmTargets(text, file, folder) : targetsIn(text, start);
    return found.flatMap((target) => toRunbook(target, file, dir));
  },
};
