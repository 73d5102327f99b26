import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import {showControls} from '../../redaction/strip-terminal.ts';
import {codeFrame} from './code-frame.ts';
import type {ChecksFileProblem} from './checks-file-error.ts';
import type {Position} from './position.ts';
import type {Path, ProblemNote} from './report.ts';

/** A YAML text with the way back from its data to places in the text. */
export interface YamlSource {
  readonly document: Document;
  readonly positionOf: (offset: number) => Position;
  readonly problemAt: (offset: number, message: string, suggestion?: string) => ChecksFileProblem;
  /** The problem at the place of a path, or at the nearest place above that exists. */
  readonly problemOf: (note: ProblemNote) => ChecksFileProblem;
  /** The place of a path, or of the nearest one above that exists. */
  readonly placeOf: (path: Path) => Position;
  /** What the parser complains about; `isReadable` is false when the rest would make no sense. */
  readonly syntax: readonly ChecksFileProblem[];
  readonly isReadable: boolean;
}

const wordings: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This key is in the map already; it would hide the first one.',
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs.',
  MULTIPLE_DOCS: 'A checks file is one YAML document; "---" starts a second one.',
  MULTILINE_IMPLICIT_KEY: 'A key with its colon belongs on one line. Is a colon missing above?',
  BAD_INDENT: 'The indentation fits none of the lines above.',
};

/** Where a node begins; a value that was left out has no place of its own. */
function startOf(node: unknown): number | undefined {
  const range =
    isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range && range[0] < range[1] ? range[0] : undefined;
}

function pairOf(node: Node, key: string | number): Pair | undefined {
  return isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : undefined;
}

/** The offset of the value, or of the key, at the end of a path; of the last part that exists. */
function offsetOf(document: Document, path: Path, isAtKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, key] of path.entries()) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(holder) ? pairOf(holder, key) : undefined;
    if (pair && (isAtKey || startOf(pair.value) === undefined) && index === path.length - 1)
      return startOf(pair.key) ?? offset;
    node = pair ? pair.value : isSeq(holder) ? holder.items[Number(key)] : undefined;
    const start = startOf(node);
    if (start === undefined) return offset;
    offset = start;
  }
  return offset;
}

function worded(code: string, message: string, text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  const hint = /[{[,].*\$\{/.test(line)
    ? ' Inside { } and [ ], put quotes round text that holds ${…}.'
    : '';
  const [first = ''] = message.split('\n');
  if (/^Flow (?:map|sequence)/.test(first)) return `A { or [ above is not closed.${hint}`;
  return `${wordings[code] ?? `This is not valid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}.`}${hint}`;
}

/** Parses a checks file's text as YAML 1.2. Never throws. */
export function parseYaml(text: string): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const positionOf = (offset: number): Position => {
    const {line, col} = counter.linePos(offset);
    return {line: Math.max(1, line), column: Math.max(1, col)};
  };
  const problemAt = (offset: number, message: string, suggestion?: string): ChecksFileProblem => {
    const position = positionOf(offset);
    const frame = codeFrame(text, position);
    return {
      message: showControls(message),
      position,
      frame,
      ...(suggestion === undefined ? {} : {suggestion}),
    };
  };
  const complaints = [...document.errors, ...document.warnings].filter(
    // Once the parser has lost its way, what it did not expect says nothing more.
    ({code}, index, all) =>
      code !== 'UNEXPECTED_TOKEN' ||
      index === all.findIndex((other) => other.code !== 'DUPLICATE_KEY'),
  );
  return {
    document,
    positionOf,
    problemAt,
    problemOf: ({path, message, suggestion, isAtKey = false}) =>
      problemAt(offsetOf(document, path, isAtKey), message, suggestion),
    placeOf: (path) => positionOf(offsetOf(document, path, false)),
    syntax: complaints.map(({code, message, pos}) =>
      problemAt(pos[0], worded(code, message, text, pos[0])),
    ),
    isReadable: complaints.every(({code}) => code === 'DUPLICATE_KEY'),
  };
}
