import {decodeText} from '../decode-text.ts';
import {readPlaybookBytes} from '../load.ts';
import {PlaybookError} from '../playbook-error.ts';
import {leaveOutSecrets} from '../reading/left-out-secrets.ts';
import {allItems, type ItemPlace as Reading} from '../walk.ts';
import {encodeLine, joinFile, splitFile, type ByteFile} from './byte-lines.ts';
import {applyEdits} from './line-edits.ts';
import {mannerOf} from './manner.ts';
import {findPlaces} from './places.ts';
import {aspects, type Aspect, type ItemToWrite, type Unwritten, type Written} from './standing.ts';
import {markOf, planUnits, told, type Unit, type Wish} from './units.ts';

/** A file with what its items have come to. */
export interface WrittenBack {
  readonly bytes: Uint8Array;
  readonly written: readonly Written[];
  readonly unwritten: readonly Unwritten[];
  /** All lines as they were. */
  readonly texts: readonly string[];
  /** The lines that changed, before and after, counted from 1. */
  readonly lines: readonly {
    readonly line: number;
    readonly before: string;
    readonly after: string;
  }[];
}

interface Source {
  readonly path: string;
  readonly file: ByteFile;
  readonly texts: readonly string[];
  readonly readings: readonly Reading[];
}

type Trial =
  | {
      readonly kind: 'good';
      readonly bytes: Uint8Array;
      readonly changed: ReadonlyMap<number, string>;
    }
  /** The encoding has no way to say some lines. */
  | {readonly kind: 'encoding'; readonly lines: ReadonlySet<number>}
  /** The file would be read otherwise; `indexes` are the items that are read wrongly. */
  | {readonly kind: 'otherwise'; readonly indexes: ReadonlySet<number>};

function isAsBefore(aspect: Aspect, {item: now}: Reading, {item: then}: Reading): boolean {
  if (aspect === 'status') return markOf(now) === markOf(then);
  if (aspect === 'owner') return now.owner === then.owner;
  if (aspect === 'date') return now.dueOn === then.dueOn;
  return (then.evidence ?? []).every((link) => now.evidence?.includes(link));
}

function isSameItem({item: now, depth, step}: Reading, then: Reading): boolean {
  const {item} = then;
  return (
    now.id === item.id &&
    now.text === item.text &&
    now.isOptional === item.isOptional &&
    now.position.line === item.position.line &&
    depth === then.depth &&
    step.id === then.step.id
  );
}

/** The items that are read otherwise than wished, by their index. */
function wrongOnes(now: readonly Reading[], {readings}: Source, wishes: readonly Wish[]) {
  const wished = Map.groupBy(wishes, ({index}) => index);
  const wrong = new Set<number>();
  for (const [index, then] of readings.entries()) {
    const one = now[index];
    const own = wished.get(index) ?? [];
    const isRight =
      one !== undefined &&
      isSameItem(one, then) &&
      aspects.every((aspect) => {
        const wish = own.find((found) => found.aspect === aspect);
        return wish ? wish.isRead(one.item) : isAsBefore(aspect, one, then);
      });
    if (!isRight) wrong.add(index);
  }
  if (now.length > readings.length) wrong.add(readings.length);
  return wrong;
}

async function tryOut(source: Source, units: readonly Unit[]): Promise<Trial> {
  const {file, texts, path} = source;
  const wishes = units.flatMap((unit) => unit.wishes);
  const changed = applyEdits(
    texts,
    wishes.flatMap(({edits}) => edits),
  );
  if (!changed) return {kind: 'otherwise', indexes: new Set()};
  const encoded = new Map<number, Uint8Array>();
  const lost = new Set<number>();
  for (const [at, text] of changed) {
    const line = file.lines[at];
    const bytes = line && encodeLine(text, line, file);
    if (bytes) encoded.set(at, bytes);
    else lost.add(at);
  }
  if (lost.size > 0) return {kind: 'encoding', lines: lost};
  const bytes = joinFile(file, encoded);
  if (changed.size === 0) return {kind: 'good', bytes, changed};
  const now = allItems((await readPlaybookBytes(bytes, path)).playbook);
  const indexes = wrongOnes(now, source, wishes);
  return indexes.size === 0 ? {kind: 'good', bytes, changed} : {kind: 'otherwise', indexes};
}

interface Kept {
  readonly units: readonly Unit[];
  readonly unwritten: readonly Unwritten[];
}

/** Characters that are read to find which edits make a file another one, and how often it is read at least. */
const mostRead = 3_000_000;
const leastTrials = 12;
const mostTrials = 100;

/** How often a file may still be read: a long one not as often as a short one. */
interface Budget {
  left: number;
}

function budgetFor(texts: readonly string[]): Budget {
  const length = texts.reduce((sum, text) => sum + text.length, 1);
  return {left: Math.max(leastTrials, Math.min(mostTrials, Math.floor(mostRead / length)))};
}

/** Adds what may be added without the file being read as anything else than before. */
async function keepGood(
  source: Source,
  kept: Kept,
  more: readonly Unit[],
  budget: Budget,
): Promise<Kept> {
  if (more.length === 0) return kept;
  if (budget.left <= 0)
    return {
      ...kept,
      unwritten: [...kept.unwritten, ...more.flatMap((unit) => told(unit, 'read-otherwise'))],
    };
  budget.left -= 1;
  const trial = await tryOut(source, [...kept.units, ...more]);
  if (trial.kind === 'good') return {...kept, units: [...kept.units, ...more]};
  const [only] = more;
  if (more.length === 1 && only) {
    if (only.plain) return keepGood(source, kept, [only.plain], budget);
    const why = trial.kind === 'encoding' ? 'encoding' : 'read-otherwise';
    return {...kept, unwritten: [...kept.unwritten, ...told(only, why)]};
  }
  const isAtFault = ({wishes}: Unit) =>
    wishes.some(({index, edits}) =>
      trial.kind === 'encoding'
        ? edits.some(({line}) => trial.lines.has(line))
        : trial.indexes.has(index),
    );
  const faulty = more.filter(isAtFault);
  const isTold = faulty.length > 0 && faulty.length < more.length;
  const half = Math.ceil(more.length / 2);
  const first = isTold ? more.filter((unit) => !isAtFault(unit)) : more.slice(0, half);
  const good = await keepGood(source, kept, first, budget);
  return keepGood(source, good, isTold ? faulty : more.slice(half), budget);
}

/**
 * A file with its boxes ticked or cleared, what does not apply struck out, and owner, day and evidence
 * where it has a place for them. What is written is read again: it has the same items, and each says
 * what it was to say; what cannot be said so is among `unwritten`. Lines of no such item keep every
 * byte, and the file its encoding.
 *
 * @param items those that this file has, with their places in it
 * @throws {PlaybookError} when the bytes are no text, or say nothing
 */
export async function writeBack(
  path: string,
  bytes: Uint8Array,
  items: readonly ItemToWrite[],
  {hasBoxes = false}: {readonly hasBoxes?: boolean} = {},
): Promise<WrittenBack> {
  const file = splitFile(bytes);
  if (!file)
    throw new PlaybookError(path, undefined, 'This is no text; nothing is written into it.');
  const texts = file.lines.map(({text}) => text);
  const readings = allItems((await readPlaybookBytes(bytes, path)).playbook);
  const source = {path, file, texts, readings};
  const {text} = await leaveOutSecrets(decodeText(bytes).text);
  const find = findPlaces(text, path, texts);
  const way = {lines: texts, manner: mannerOf(texts), isPlain: false, hasBoxes};
  const plan = planUnits(items, readings, ({position}) => find(position), way);
  const kept = await keepGood(
    source,
    {units: [], unwritten: plan.unwritten},
    plan.units,
    budgetFor(texts),
  );
  const end = await tryOut(source, kept.units);
  if (end.kind !== 'good') throw new Error('What was tried out is not good any more.');
  return {
    bytes: end.bytes,
    written: kept.units.flatMap(({wishes}) =>
      wishes.map(({item, aspect, edits, isNewBox = false}) => ({
        id: item.id,
        text: item.text,
        status: item.status,
        aspect,
        isNewBox,
        line: (edits[0]?.line ?? 0) + 1,
      })),
    ),
    unwritten: kept.unwritten,
    texts,
    lines: [...end.changed]
      .filter(([at, after]) => texts[at] !== after)
      .sort(([a], [b]) => a - b)
      .map(([at, after]) => ({line: at + 1, before: texts[at] ?? '', after})),
  };
}
