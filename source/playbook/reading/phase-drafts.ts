import type {Nodes} from 'mdast';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {readEntries, type Entry} from './entries.ts';
import {excerpt} from '../markdown/excerpt.ts';
import type {Minutes, Position} from '../playbook.ts';
import type {Outline, Section} from './outline.ts';
import {textsIn} from '../markdown/lists.ts';
import {announcedKind} from './titles.ts';

/** A step before ids, screens and settings. */
export interface StepDraft {
  readonly title: string;
  readonly minutes?: Minutes | undefined;
  readonly introduction?: string | undefined;
  readonly entries: readonly Entry[];
  readonly position: Position;
}

export interface PhaseDraft {
  readonly title: string;
  readonly introduction?: string | undefined;
  readonly steps: readonly StepDraft[];
  readonly position: Position;
}

interface Naming {
  readonly title: string;
  readonly minutes?: Minutes | undefined;
  readonly position: Position;
}

function toStep(naming: Naming, nodes: readonly Nodes[], blocks: Blocks): StepDraft {
  return {
    ...naming,
    introduction: excerpt(blocks.source, textsIn(nodes)),
    entries: readEntries(nodes, blocks),
  };
}

function namingOf({heading}: Section): Naming {
  const {timed, title, position} = heading;
  return {title: timed?.title ?? title, minutes: timed?.minutes, position};
}

/** An entry with a length of time in an ordered list is an agenda block. */
export function isAgenda(entries: readonly Entry[]): boolean {
  const ordered = entries.filter(({isOrdered}) => isOrdered);
  const timed = ordered.filter((entry) => entry.timed);
  return timed.length > 0 && timed.length * 2 >= ordered.length;
}

/** A phase's heading may announce the length that its agenda then has. */
function handDownMinutes(section: Section, steps: readonly StepDraft[]): StepDraft[] | undefined {
  const {timed} = section.heading;
  const agenda = steps.find(({entries, minutes}) => !minutes && isAgenda(entries));
  if (!timed || !agenda) return undefined;
  return steps.map((step) => (step === agenda ? {...step, minutes: timed.minutes} : step));
}

function toPhase(section: Section, below: readonly Section[], blocks: Blocks): PhaseDraft {
  const naming = namingOf(section);
  const own = toStep(naming, section.blocks, blocks);
  const steps = toSteps(below, blocks);
  if (own.entries.length > 0 || steps.length === 0)
    return {title: naming.title, steps: [own, ...steps], position: naming.position};
  const timed = handDownMinutes(section, steps);
  return {
    title: timed ? naming.title : section.heading.title,
    introduction: own.introduction,
    steps: timed ?? steps,
    position: naming.position,
  };
}

/** Steps below one phase; a deeper heading's title starts with those of the headings above it. */
function toSteps(sections: readonly Section[], blocks: Blocks): StepDraft[] {
  const above: {depth: number; title: string}[] = [];
  return sections.map((section) => {
    const {depth} = section.heading;
    const naming = namingOf(section);
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    above.push({depth, title: naming.title});
    const title = above.map((heading) => heading.title).join(': ');
    return toStep({...naming, title}, section.blocks, blocks);
  });
}

/**
 * Whether the headings of level 2 are steps of one phase: nothing stands below them, and none is
 * named as a session or what comes after it.
 */
function isFlat(sections: readonly Section[]): boolean {
  return sections.every(({heading}) => {
    const kind = announcedKind(heading.title);
    return heading.depth === 2 && (kind === undefined || kind === 'preparation');
  });
}

function headedPhases(sections: readonly Section[], blocks: Blocks): PhaseDraft[] {
  const groups: {top: Section; below: Section[]}[] = [];
  for (const section of sections)
    if (section.heading.depth <= 2) groups.push({top: section, below: []});
    else groups.at(-1)?.below.push(section);
  return groups.map(({top, below}) => toPhase(top, below, blocks));
}

/** Arranges sections as phases with steps. `title` names the phase that a file does not name. */
export function toPhases(
  {preamble, sections}: Pick<Outline, 'preamble' | 'sections'>,
  title: string,
  hasPhases: boolean,
  blocks: Blocks,
): PhaseDraft[] {
  const isOnePhase = !hasPhases && isFlat(sections);
  const start = isOnePhase
    ? sections.length
    : sections.findIndex(({heading}) => heading.depth <= 2);
  const loose = start === -1 ? sections : sections.slice(0, start);
  const first = preamble[0] ?? loose[0]?.heading.node;
  const position = first?.position?.start ?? {line: 1, column: 1};
  const naming = {title, position: {line: position.line, column: position.column}};
  const own = toStep(naming, preamble, blocks);
  const steps = [...(own.entries.length > 0 ? [own] : []), ...toSteps(loose, blocks)];
  const phases: PhaseDraft[] = steps.length > 0 ? [{...naming, steps}] : [];

  return [...phases, ...headedPhases(sections.slice(loose.length), blocks)];
}
