import path from 'node:path';
import {matchingFiles} from '../../include/matching-files.ts';
import {ChecksFileError} from '../../spec/checks-file-error.ts';
import {isSecretValue} from '../../spec/variables.ts';
import type {PrepareContext, Prepared} from '../kind.ts';
import {gossComplaint} from './goss-report.ts';
import {variablesFor, type GossSpec} from './goss-spec.ts';
import {includesIn, isPlain, reachesOut} from './gossfile-parts.ts';

/** Filling in a gossfile takes milliseconds; a template can be made to go on for ever. */
const patience = 5000;

/** As deep as goss follows gossfiles in gossfiles. */
const deepest = 50;

/** Reads a gossfile and all that it names as it stands, so that each of them is trusted content. */
async function readFiles(
  file: string,
  {folder, readFile}: PrepareContext,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const read = async (place: string, depth: number): Promise<void> => {
    if (texts.has(place) || depth >= deepest) return;
    const text = await readFile(place);
    texts.set(place, text);
    const base = path.join(place, '..');
    for (const name of includesIn(text)) {
      const matches = await matchingFiles(name, base, '');
      // Of what is not there goss itself tells, unless the entry is to be skipped.
      if (matches.type === 'problem') continue;
      for (const match of matches.paths) {
        const found = path.isAbsolute(match) ? match : path.join(base, match);
        await read(found, depth + 1).catch((error: unknown) => {
          if (!(error instanceof ChecksFileError)) throw error;
        });
      }
    }
  };
  await read(path.resolve(folder, file), 0);
  return texts;
}

type Filled =
  | {readonly type: 'filled'; readonly text: string}
  | {readonly type: 'refused'; readonly reason: string}
  | {readonly type: 'no-goss'};

/** What goss makes of a gossfile with its templates and includes. It runs nothing of the file. */
async function fillIn(spec: GossSpec, {folder, environment}: PrepareContext): Promise<Filled> {
  const {callProgram} = await import('../../../programs/call-program.ts');
  const answer = await callProgram({
    command: ['goss', '-g', spec.file, 'render'],
    folder,
    environment: {...environment, ...variablesFor(spec)},
    patience,
  });
  if (answer.type === 'not-started')
    return answer.code === 'ENOENT'
      ? {type: 'no-goss'}
      : {type: 'refused', reason: `it cannot be started (${answer.code})`};
  const {isGood, exit, stdout, stderr} = answer;
  if (isGood) return {type: 'filled', text: stdout};
  const endless = `it did not end within ${patience / 1000} s, or filled in more than anybody reads`;
  return {type: 'refused', reason: exit === undefined ? endless : gossComplaint('', stderr)};
}

/**
 * Finds what a person is to trust: the gossfile with its templates and includes filled in by goss,
 * or as it is written where there is none on PATH. The program in `path` is not started before that.
 */
export async function prepareGossfile(spec: GossSpec, context: PrepareContext): Promise<Prepared> {
  const {folder, environment, readFile} = context;
  const texts = await readFiles(spec.file, context);
  if (spec.vars !== undefined) await readFile(path.resolve(folder, spec.vars));
  const reaching = [...texts].find(([, text]) => reachesOut(text));
  if (reaching) {
    const where = path.relative(folder, reaching[0]);
    return {
      problem: `The template in ${where} asks the network (getHostByName), and would before anybody has trusted it. Give the address as a variable.`,
    };
  }
  const [written = ''] = texts.values();
  const isAsWritten = isPlain(written);
  const filled = await fillIn(spec, context);
  if (filled.type === 'refused')
    return {problem: `goss cannot read this gossfile: ${filled.reason}`};
  if (filled.type === 'no-goss') {
    const shown = [...texts.values()].join('\n---\n');
    return {shown, ...(isAsWritten ? {content: written} : {})};
  }
  const whole = [...texts.values()].join('\n');
  return {
    shown: filled.text,
    content: filled.text,
    isMade: true,
    secretValues: Object.entries(environment).flatMap(([name, value = '']) =>
      isSecretValue(name, value) && filled.text.includes(value) && !whole.includes(value)
        ? [{name, value}]
        : [],
    ),
  };
}
