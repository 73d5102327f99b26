import {dirname, extname, isAbsolute, join, resolve} from 'node:path';
import {type Check} from '../../checks-file.ts';
import {type IncludeReader, type IncludeRequest} from '../../include/include-readers.ts';
import {isThere, matchingFiles, trueLocation} from '../../include/matching-files.ts';
import {ChecksFileError, type ChecksFileProblem} from '../../spec/checks-file-error.ts';
import {concealing} from '../../spec/conceal.ts';
import {type Report} from '../../spec/report.ts';
import {nearest} from '../../../nearest.ts';
import {loadExpressions} from '../matchers/expression.ts';
import {resourceWords, type ResourceWord} from '../resources/resource-types.ts';
import {type TemplateSurroundings} from '../template/functions.ts';
import {printed} from '../values/convert.ts';
import {isMap} from '../values/go-value.ts';
import {createGoValues, type GoValues} from '../values/yaml-values.ts';
import {readGossfileText} from './gossfile-source.ts';
import {makeCheck} from './make-check.ts';
import {readOption} from './read-options.ts';
import {readResource} from './read-resource.ts';
import {readVariables} from './read-variables.ts';

/** As deep as goss follows gossfiles in gossfiles. */
const deepest = 50;

interface GossFile {
  readonly path: string;
  readonly shown: string;
  /** The files that are open above this one, by true location. */
  readonly above: ReadonlyMap<string, string>;
}

function isResourceWord(word: string): word is ResourceWord {
  return (resourceWords as readonly string[]).includes(word);
}

/** Reads a gossfile and those it names, as goss merges them: what comes later replaces. */
async function readGossfiles(request: IncludeRequest) {
  const compile = await loadExpressions();
  const variables = await readVariables(request);
  const problems: ChecksFileProblem[] = [...variables.problems];
  const checks = new Map<string, Check>();
  const notes: ChecksFileProblem[] = [];
  let isTemplate = false;
  // goss takes the format of the first file for all of them.
  const isJson = extname(request.path) === '.json';
  // Relative paths and commands start where goss would be started, also those of nested files.
  const folder = dirname(request.path);
  const surroundings: TemplateSurroundings = {
    ...variables.lookUp,
    compile,
    readFile: async (path) => request.readFile(resolve(folder, path)),
  };

  async function readEntries(
    word: ResourceWord,
    node: unknown,
    values: GoValues,
    {
      report,
      note,
      placeOf,
    }: {
      readonly report: Report;
      readonly note: Report;
      readonly placeOf: (id: string) => Check['place'];
    },
  ): Promise<void> {
    if (!values.isMapNode(node)) {
      if (values.valueOf(node) !== null) {
        report({path: [word], message: `"${word}" takes a map of entries by name.`});
      }
      return;
    }
    for (const [id, entry] of values.pairsOf(node)) {
      const reading = readResource(values.valueOf(entry), {
        word,
        id,
        report,
        note,
        compile,
      });
      const key = `${word}\0${id}`;
      const earlier = checks.get(key);
      if (earlier) {
        const {file, line} = earlier.place;
        const message = `This replaces the "${id}" in ${file}:${line}, as goss does.`;
        note({path: [word, id], isAtKey: true, message});
      }
      if (reading) {
        const conceal = concealing(variables.secretValues());
        checks.set(key, makeCheck(reading, {id, folder, place: placeOf(id), conceal}));
      }
    }
  }

  async function follow(
    node: unknown,
    values: GoValues,
    file: GossFile,
    report: Report,
  ): Promise<void> {
    const entries = [...values.pairsOf(node)].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [id, entry] of entries) {
      const value = values.valueOf(entry);
      const path = ['gossfile', id];
      if (!isMap(value)) {
        report({
          path,
          message: 'An entry of "gossfile" is a map, such as {} or {file: other.yaml}.',
        });
        continue;
      }
      for (const key of value.keys()) {
        const known = ['title', 'meta', 'skip', 'file'];
        if (!known.includes(key)) {
          const message = `A gossfile in a gossfile has no "${key}". It has: ${known.join(', ')}.`;
          report({path: [...path, key], isAtKey: true, message, suggestion: nearest(key, known)});
        }
      }
      const skip = readOption(value.get('skip') ?? null, 'flag', {path: [...path, 'skip'], report});
      if (skip === true) {
        continue;
      }
      const written = printed(value.get('file') ?? '') || id;
      const above = dirname(file.path);
      const matches = await matchingFiles(written, above, await trueLocation(file.path));
      if (matches.type === 'problem') {
        report({path, isAtKey: true, message: matches.message});
        continue;
      }
      for (const match of matches.paths) {
        const target = resolve(above, match);
        const shown = isAbsolute(match) ? match : join(dirname(file.shown), match);
        if (!(await isThere(target))) {
          report({path, isAtKey: true, message: `There is no such file: ${shown}.`});
          continue;
        }
        await nested({path: target, shown, above: file.above}, (message) => {
          report({path, isAtKey: true, message});
        });
      }
    }
  }

  async function nested(file: GossFile, complain: (message: string) => void): Promise<void> {
    const location = await trueLocation(file.path);
    if (file.above.has(location) || file.above.size >= deepest) {
      complain(
        `The gossfiles name each other: ${[...file.above.values(), file.shown].join(' → ')}.`,
      );
      return;
    }
    try {
      await read(file);
    } catch (error) {
      if (!(error instanceof ChecksFileError)) {
        throw error;
      }
      problems.push(...error.problems.map((one) => ({...one, file: one.file ?? file.shown})));
    }
  }

  async function read(file: GossFile): Promise<void> {
    const {path, shown} = file;
    const placed = (problem: ChecksFileProblem): ChecksFileProblem => ({
      ...problem,
      message: concealing(variables.secretValues())(problem.message),
      file: shown,
    });
    const text = await request.readFile(path);
    isTemplate ||= text.includes('{{');
    const source = await readGossfileText(text, surroundings);
    if ('message' in source) {
      problems.push(placed(source));
      return;
    }
    problems.push(...source.syntax.map(placed));
    if (!source.yaml.isReadable) {
      return;
    }
    const report: Report = (note) => {
      problems.push(placed(source.problemOf(note)));
    };
    const note: Report = (one) => {
      notes.push(placed(source.problemOf(one)));
    };
    const {document} = source.yaml;
    const values = createGoValues(document, isJson);
    if (!values.isMapNode(document.contents)) {
      if (document.contents !== null) {
        report({path: [], message: 'A gossfile is a map of types, such as {file: …, command: …}.'});
      }
      return;
    }
    const sections = values.pairsOf(document.contents);
    for (const [word, node] of sections) {
      if (isResourceWord(word)) {
        await readEntries(word, node, values, {
          report,
          note,
          placeOf: (id) => {
            const note = {path: [word, id], isAtKey: true, message: ''};
            return {file: shown, ...source.problemOf(note).position};
          },
        });
      } else if (word !== 'gossfile') {
        const suggestion = nearest(word, [...resourceWords, 'gossfile']);
        const message = `goss has no type of resource "${word}", so it passes this over.`;
        note({path: [word], isAtKey: true, message, suggestion});
      }
    }
    const others = sections.get('gossfile');
    if (others !== undefined) {
      const above = new Map([...file.above, [await trueLocation(path), shown]]);
      await follow(others, values, {...file, above}, report);
    }
  }

  await read({path: request.path, shown: request.shown, above: new Map()});
  // A template may leave nothing on this machine.
  if (checks.size === 0 && problems.length === 0 && !isTemplate) {
    const message = 'This gossfile has no checks: no "file", "command" or other type of goss.';
    const position = {line: 1, column: 1};
    problems.push(notes[0] ?? {file: request.shown, message, position, frame: ''});
  }
  return {checks: [...checks.values()], problems, notes, secretValues: variables.secretValues()};
}

/** Reads a gossfile for `include: [{goss: path}]`. */
export const readGossInclude: IncludeReader = async (request) => {
  try {
    return await readGossfiles(request);
  } catch (error) {
    if (error instanceof RangeError) {
      const position = {line: 1, column: 1};
      const problem = {file: request.shown, message: `${error.message}.`, position, frame: ''};
      return {checks: [], problems: [problem], secretValues: []};
    }
    throw error;
  }
};
