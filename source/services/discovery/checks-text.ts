import {isMap, isScalar, isSeq, parseDocument, stringify} from 'yaml';
import type {FoundDraft} from '../../handoff/drafts/found-draft.ts';
import {Problem} from '../../problem.ts';

function entryLines({fields, source}: FoundDraft, indent: string): string {
  const [first = '', ...more] = stringify(fields, {lineWidth: 0}).trimEnd().split('\n');
  const lines = [
    `${indent}# Found in ${source}`,
    `${indent}- ${first}`,
    ...more.map((line) => (line === '' ? '' : `${indent}  ${line}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function entries(checks: readonly FoundDraft[], indent: string): string {
  return checks.map((check) => entryLines(check, indent)).join('\n');
}

/** A checks file of its own for what was found. */
export function newChecksText(system: string, checks: readonly FoundDraft[]): string {
  return `${stringify({system})}checks:\n${entries(checks, '  ')}`;
}

/** Where the line ends that an offset lies in. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', Math.max(0, offset - 1));
  return end < 0 ? text.length : end + 1;
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function cannot(why: string): Problem {
  return new Problem(
    `${why}, so nothing is added to it.`,
    'Write the checks as a list with a dash and a line for each, and take them then.',
  );
}

/**
 * A checks file with more checks behind those that it has; every byte of it stays.
 *
 * @throws {Problem} where its list of checks is written so that none can be added.
 */
export function withChecks(text: string, checks: readonly FoundDraft[]): string {
  const document = parseDocument(text);
  const {contents} = document;
  if (contents === null) return `${withNewline(text)}checks:\n${entries(checks, '  ')}`;
  if (!isMap(contents)) throw cannot('The checks file is no map');
  const pair = contents.items.find(({key}) => isScalar(key) && key.value === 'checks');
  if (!pair && contents.flow) throw cannot('The checks file is written in braces');
  if (!pair) return `${withNewline(text)}\nchecks:\n${entries(checks, '  ')}`;
  const list = pair.value;
  if (!isSeq(list) || list.flow || !list.range) throw cannot('Its checks are no plain list');
  const [start, valueEnd] = list.range;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim() !== '') throw cannot('Its checks begin on the line of their key');
  const end = lineEnd(text, valueEnd);
  return `${withNewline(text.slice(0, end))}\n${entries(checks, indent)}${text.slice(end)}`;
}
