import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Node,
  type Pair,
} from 'yaml';
import {showControls} from '../../redaction/strip-terminal.ts';
import {codeFrame} from './code-frame.ts';
import type {ChecksFileProblem} from './checks-file-error.ts';
import type {Position} from './position.ts';
import type {Path, ProblemNote} from './report.ts';
import {withinTime} from '../within-time.ts';
import {withClosersIndented} from './indent-closers.ts';
import {lineStarts, placeIn} from './line-starts.ts';
import {complaintsOf} from './yaml-complaints.ts';

/** A YAML text with the way back from its data to places in the text. */
export interface YamlSource {
  /** As it was parsed: offsets are of it. */
  readonly text: string;
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

/** Nobody nests a checks file deeper or needs more time; beyond that reading is given up. */
const deepest = 200;
const longestReading = 15_000;

const noDocument = new Document(null);

/** How deep brackets are nested at most, counted without regard to quotes. */
function bracketDepth(text: string): number {
  let [depth, most] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    most = Math.max(most, depth);
  }
  return most;
}

/** YAML 1.2 with merge keys; `0o644` stays the text it is, for modes are written so. */
function parseText(text: string): Document {
  const document = parseDocument(text, {
    uniqueKeys: true,
    prettyErrors: false,
    merge: true,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.format !== 'OCT'),
  });
  visit(document, {
    Scalar(_key, node) {
      const isLong = typeof node.value === 'number' && !Number.isSafeInteger(node.value);
      if (isLong && /^[-+]?\d+$/.test(node.source ?? ''))
        node.value = BigInt((node.source ?? '').replace('+', ''));
    },
  });
  return document;
}

/** Reads a text, or says in a sentence why that is not done. */
function parseSafely(text: string): Document | string {
  if (bracketDepth(text) > deepest)
    return `More than ${deepest} brackets are open at once here, so this is hardly a checks file.`;
  try {
    const parsed = withinTime(longestReading, () => parseText(text));
    return parsed === 'late'
      ? 'Reading this takes more than 15 s, so it was given up.'
      : parsed.value;
  } catch (error) {
    if (error instanceof RangeError) return 'This is nested too deep to be read.';
    throw error;
  }
}

/** Parses a checks file's text as YAML 1.2, without end neither in time nor in depth. Never throws. */
export function parseYaml(original: string): YamlSource {
  const {text, document: read, toOriginal} = withClosersIndented(original, parseSafely);
  const document = typeof read === 'string' ? noDocument : read;
  const starts = lineStarts(original);
  const positionOf = (offset: number): Position => placeIn(starts, toOriginal(offset));
  const problemAt = (offset: number, message: string, suggestion?: string): ChecksFileProblem => {
    const position = positionOf(offset);
    const frame = codeFrame(original, position);
    return {
      message: showControls(message),
      position,
      frame,
      ...(suggestion === undefined ? {} : {suggestion}),
    };
  };
  const complaints = typeof read === 'string' ? [] : complaintsOf(read, text);
  return {
    text,
    document,
    positionOf,
    problemAt,
    problemOf: ({path, message, suggestion, isAtKey = false}) =>
      problemAt(offsetOf(document, path, isAtKey), message, suggestion),
    placeOf: (path) => positionOf(offsetOf(document, path, false)),
    syntax:
      typeof read === 'string'
        ? [problemAt(0, read)]
        : complaints.map(({message, offset}) => problemAt(offset, message)),
    isReadable: typeof read !== 'string' && complaints.every(({isHarmless}) => isHarmless),
  };
}
