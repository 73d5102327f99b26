import type {Minutes, Position} from '../playbook.ts';
import {everyEntry, isEntry, type Piece} from '../pieces/piece.ts';
import {isAgenda, workOf, type Choice} from './choice.ts';
import {headingBlock, headingEntry, loneSort, readingEntry, type Lone} from './lone-headings.ts';
import {isWork, resolveParts, type Part} from './resolve.ts';
import {runsBelow, type RunHeading} from './runs.ts';

/** A section with what it holds. */
export interface PiecedSection {
  readonly heading: RunHeading;
  readonly pieces: readonly Piece[];
}

/** A step before ids, screens and settings. */
export interface StepDraft {
  readonly title: string;
  readonly minutes?: Minutes | undefined;
  readonly isOptional: boolean;
  readonly parts: readonly Part[];
  readonly position: Position;
}

type Naming = Pick<RunHeading, 'title' | 'position' | 'isOptional'> & Partial<RunHeading>;

/** What a step holds; one of texts alone gets an entry by which somebody says that they were read. */
export function toStep(
  naming: Naming,
  pieces: readonly Piece[],
  choice: Choice,
  {line = naming.title, isLeaf = true}: {readonly line?: string; readonly isLeaf?: boolean} = {},
): StepDraft {
  const {title, position, isOptional, timed} = naming;
  const heading = {...naming, title: line, depth: 0, node: {type: 'text', value: ''} as const};
  const parts = resolveParts(pieces, workOf(pieces, title, choice));
  const isRead = parts.length > 0 && !parts.some(isWork) && !choice.isNamed(title, 'step');
  const sort = isRead ? loneSort(heading, parts) : undefined;
  // What stands between a heading and those below it asks nothing.
  const lone = sort === 'question' && !isLeaf ? undefined : sort;
  return {
    title,
    minutes: timed?.minutes,
    isOptional,
    parts: lone
      ? [headingEntry(heading, parts, lone)]
      : isRead
        ? [...parts, readingEntry(heading)]
        : parts,
    position,
  };
}

interface Above {
  readonly depth: number;
  readonly title: string;
  readonly isOptional: boolean;
}

interface Below {
  readonly above: readonly Above[];
  /** The title of the step that headings beside each other are the lines of. */
  readonly parent: string;
}

function isPlain({pieces}: PiecedSection): boolean {
  const entries = pieces.filter(isEntry);
  return !isAgenda(entries) && !everyEntry(entries).some(({isBoxed}) => isBoxed);
}

/**
 * How headings beside each other become lines of one step: by a length of time, a command, a
 * question. Only a block has headings below it.
 */
function sortOf(
  [section, ...below]: readonly PiecedSection[],
  choice: Choice,
): 'block' | Lone | undefined {
  if (!section || choice.isNamed(section.heading.title, 'step')) return undefined;
  const {heading, pieces} = section;
  const isBlock = heading.timed && isPlain(section) && below.every(isPlain);
  if (isBlock && !below.some((one) => one.heading.timed)) return 'block';
  if (below.length > 0) return undefined;
  return loneSort(heading, resolveParts(pieces, workOf(pieces, heading.title, choice)));
}

/** Headings from an index on that are lines of one step, each with those below it. */
function runFrom(sections: readonly PiecedSection[], index: number, choice: Choice) {
  const run: PiecedSection[][] = [];
  const depth = sections[index]?.heading.depth;
  const sort = sortOf(runsBelow(sections, index), choice);
  if (sort === undefined) return {sort, run};
  for (let at = index; sections[at]?.heading.depth === depth;) {
    const scope = runsBelow(sections, at);
    if (sortOf(scope, choice) !== sort) break;
    run.push(scope);
    at += scope.length;
  }
  return {sort, run};
}

function toBlock([section, ...below]: readonly PiecedSection[]): Part[] {
  if (!section) return [];
  const parts = resolveParts(section.pieces, () => true);
  const topics = below
    .filter(({pieces}) => pieces.length > 0)
    .map(({heading, pieces}) =>
      headingBlock(
        heading,
        resolveParts(pieces, () => true),
      ),
    );
  return [headingBlock(section.heading, [...parts, ...topics])];
}

function toLine(scope: readonly PiecedSection[], sort: 'block' | Lone, choice: Choice): Part[] {
  const [section] = scope;
  if (!section || sort === 'block') return toBlock(scope);
  const {heading, pieces} = section;
  const parts = resolveParts(pieces, workOf(pieces, heading.title, choice));
  return [headingEntry(heading, parts, sort)];
}

/** The text of a heading stands above the lines that the headings below it are. */
function introducing(before: StepDraft | undefined, lines: StepDraft): StepDraft | undefined {
  const isText = before?.parts.every((part) => !isWork(part) || part.isReading);
  if (!before || !isText || before.title !== lines.title) return undefined;
  const texts = before.parts.filter((part) => !isWork(part));
  return {...lines, parts: [...texts, ...lines.parts], position: before.position};
}

/** Steps below one phase; a deeper heading's title starts with those of the headings above it. */
export function toSteps(
  sections: readonly PiecedSection[],
  choice: Choice,
  {above: outer, parent}: Below,
): StepDraft[] {
  const base = outer.length;
  const above: Above[] = [...outer];
  const steps: StepDraft[] = [];
  for (let index = 0; index < sections.length; index += 1) {
    const section = sections[index];
    if (!section) break;
    const {heading, pieces} = section;
    const {depth} = heading;
    const title = heading.timed?.title ?? heading.title;
    while (above.length > base && (above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const isOptional = heading.isOptional || above.some((one) => one.isOptional);
    const path = above.slice(base).map((one) => one.title);
    const {sort, run} = runFrom(sections, index, choice);
    if (sort && run.length > 1) {
      const lines = {
        title: path.join(': ') || parent,
        isOptional: above.some((one) => one.isOptional),
        parts: run.flatMap((scope) => toLine(scope, sort, choice)),
        position: heading.position,
      };
      const introduced = introducing(steps.at(-1), lines);
      if (introduced) steps.pop();
      steps.push(introduced ?? lines);
      index += run.flat().length - 1;
      continue;
    }
    above.push({depth, title, isOptional: heading.isOptional});
    const naming = {...heading, title: [...path, title].join(': '), isOptional};
    const isLeaf = (sections[index + 1]?.heading.depth ?? 0) <= depth;
    steps.push(...withoutTasks(toStep(naming, pieces, choice, {line: title, isLeaf})));
  }
  return steps.filter(({parts, title}) => parts.length > 0 || choice.isNamed(title, 'step'));
}

/** A phase's heading may announce the length that its agenda then has. */
export function handDownMinutes(
  {timed}: RunHeading,
  steps: readonly StepDraft[],
): StepDraft[] | undefined {
  const agenda = steps.find(({parts, minutes}) => !minutes && isAgendaStep(parts));
  if (!timed || !agenda) return undefined;
  return steps.map((step) => (step === agenda ? {...step, minutes: timed.minutes} : step));
}

export function isAgendaStep(parts: readonly Part[]): boolean {
  return isAgenda(parts.filter(isWork).map((work) => ({...work, body: []})));
}

/** An agenda, and after it as a step of its own what has a box beside it and takes no time of it. */
export function withoutTasks(step: StepDraft): StepDraft[] {
  const {title, parts} = step;
  if (!isAgendaStep(parts)) return [step];
  const timed = new Set(parts.flatMap((part) => (isWork(part) && part.timed ? [part.list] : [])));
  const isTask = (part: Part) => isWork(part) && part.isBoxed && !timed.has(part.list);
  const tasks = parts.filter(isTask);
  if (tasks.length === 0) return [step];
  const position = tasks[0]?.position ?? step.position;
  const {minutes: _, ...rest} = step;
  return [
    {...step, parts: parts.filter((part) => !isTask(part))},
    {...rest, title: `${title}: to settle`, parts: tasks, position},
  ];
}
