import type {Place} from '../checks-file.ts';
import type {ChecksFileProblem} from '../spec/checks-file-error.ts';
import {codeFrame} from '../spec/code-frame.ts';
import {parseYaml} from '../spec/yaml-source.ts';

type Locate = (place: Place, key: string, message: string) => ChecksFileProblem;

/** Finds the keys of checks in a file's text, given the place of each check's name. */
export function createLocate(text: string): Locate {
  const source = parseYaml(text);
  const indexes = new Map<string, number>();
  const {line: end} = source.positionOf(text.length);
  const nameOf = (index: number) =>
    source.problemOf({path: ['checks', index, 'name'], message: ''}).position;
  // Of an entry that is not there, the nearest place above is given, which is the list itself.
  const listStart = source.problemOf({path: ['checks'], message: ''}).position;
  for (let index = 0; index < end; index += 1) {
    const {line, column} = nameOf(index);
    if (line === listStart.line && column === listStart.column) break;
    indexes.set(`${line}:${column}`, index);
  }
  return ({line, column}, key, message) => {
    const index = indexes.get(`${line}:${column}`);
    const position = {line, column};
    // A file of another make has checks, but not in our form.
    return index === undefined
      ? {message, position, frame: codeFrame(text, position)}
      : source.problemOf({path: ['checks', index, key], message, isAtKey: true});
  };
}
