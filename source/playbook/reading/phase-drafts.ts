import type {Blocks} from '../markdown/parse-blocks.ts';
import {isEntry, type Piece, type TextPiece} from '../pieces/piece.ts';
import {readPieces} from '../pieces/pieces.ts';
import type {PhaseKind, Position} from '../playbook.ts';
import type {Choice} from './choice.ts';
import type {Outline, Section} from './outline.ts';
import {boldDepth, runsBelow} from './runs.ts';
import {announcedKindOfFile, announcedKinds} from './kinds.ts';
import {
  toSteps,
  toStep,
  handDownMinutes,
  withoutTasks,
  type PiecedSection,
  type StepDraft,
} from './step-drafts.ts';

export interface PhaseDraft {
  readonly title: string;
  /** The kind that its title and its place say; nothing where they do not. */
  readonly kind?: PhaseKind | undefined;
  readonly introduction?: string | undefined;
  readonly steps: readonly StepDraft[];
  readonly position: Position;
}

/** Sections with what they hold. A bold line over nothing to settle is a text of the section above. */
export function toPieced(sections: readonly Section[], blocks: Blocks): PiecedSection[] {
  return sections.map(({heading, blocks: nodes}) => ({heading, pieces: readPieces(nodes, blocks)}));
}

/** Whether a step has anything to do but to read it. */
function hasWork({parts}: StepDraft): boolean {
  return parts.some((part) => part.type === 'entry' && !part.isReading);
}

function toPhase(top: PiecedSection, below: readonly PiecedSection[], choice: Choice): PhaseDraft {
  const {heading} = top;
  const title = heading.timed?.title ?? heading.title;
  const inherited = {above: [{depth: heading.depth, title, isOptional: heading.isOptional}]};
  const own = toStep({...heading, title}, top.pieces, choice, {isLeaf: below.length === 0});
  const steps = toSteps(below, choice, {...inherited, parent: title});
  const {position} = heading;
  if (hasWork(own) || steps.length === 0)
    return {title, steps: [...withoutTasks(own), ...steps], position};
  const texts = own.parts.filter((part) => part.type === 'text').map(({markdown}) => markdown);
  const timed = handDownMinutes(heading, steps);
  return {
    title: timed ? title : heading.title,
    introduction: texts.join('\n\n') || undefined,
    steps: timed ?? steps,
    position,
  };
}

function headedPhases(sections: readonly PiecedSection[], choice: Choice): PhaseDraft[] {
  const groups: {top: PiecedSection; below: PiecedSection[]}[] = [];
  for (const section of sections)
    if (section.heading.depth <= 2) groups.push({top: section, below: []});
    else groups.at(-1)?.below.push(section);
  const kinds = announcedKinds(groups.map(({top}) => top.heading.title));
  return groups.map(({top, below}, index) => ({
    ...toPhase(top, below, choice),
    kind: kinds[index],
  }));
}

/**
 * Whether the headings of level 2 are steps of one phase: nothing stands below them, and none is
 * named as a session or what comes after it.
 */
function isFlat(sections: readonly PiecedSection[]): boolean {
  const kinds = announcedKinds(sections.map(({heading}) => heading.title));
  return sections.every(
    ({heading}, index) =>
      heading.depth === 2 && (kinds[index] === undefined || kinds[index] === 'preparation'),
  );
}

/** A bold line over nothing to settle goes back to where it stands, as a text. */
function mergeBold(sections: readonly PiecedSection[], choice: Choice): PiecedSection[] {
  const merged: PiecedSection[] = [];
  for (const section of sections) {
    const {heading, pieces} = section;
    const last = merged.at(-1);
    const isBold = heading.depth === boldDepth && last !== undefined;
    if (!isBold || hasWork(toStep(heading, pieces, choice))) merged.push(section);
    else {
      const line: TextPiece = {
        type: 'text',
        kind: 'prose',
        markdown: `**${heading.title}**`,
        position: heading.position,
      };
      merged[merged.length - 1] = {...last, pieces: [...last.pieces, line, ...pieces]};
    }
  }
  return merged;
}

interface Read {
  readonly preamble: readonly Piece[];
  readonly sections: readonly PiecedSection[];
}

/** Arranges sections as phases with steps. `title` names the phase that a file does not name. */
export function toPhases(
  {preamble, sections: all}: Read,
  {preamble: nodes}: Pick<Outline, 'preamble'>,
  title: string,
  hasPhases: boolean,
  choice: Choice,
): PhaseDraft[] {
  const sections = mergeBold(all, choice);
  const isOnePhase = !hasPhases && isFlat(sections);
  const start = isOnePhase
    ? sections.length
    : sections.findIndex(({heading}) => heading.depth <= 2);
  const loose = start === -1 ? sections : sections.slice(0, start);
  const first = nodes[0] ?? loose[0]?.heading.node;
  const position = first?.position?.start ?? {line: 1, column: 1};
  const naming = {
    title,
    isOptional: false,
    position: {line: position.line, column: position.column},
  };
  const own = toStep(naming, preamble, choice);
  const steps = [
    ...(hasWork(own) ? withoutTasks(own) : []),
    ...toSteps(loose, choice, {above: [], parent: title}),
  ];
  const phases: PhaseDraft[] =
    steps.length > 0 ? [{...naming, kind: announcedKindOfFile(title), steps}] : [];
  return [...phases, ...headedPhases(sections.slice(loose.length), choice)];
}

/** Whether anything in the preamble is to be settled; if not, it introduces the file. */
export function holdsWork(preamble: readonly Piece[], title: string, choice: Choice): boolean {
  const position = {line: 1, column: 1};
  return (
    preamble.some(isEntry) &&
    hasWork(toStep({title, isOptional: false, position}, preamble, choice))
  );
}

/** Headings with nothing below that are room to write: questions, and all where no entry is in the file. */
export function withRoom(sections: readonly PiecedSection[], choice: Choice): PiecedSection[] {
  return sections.map((section, index) => {
    const {heading, pieces} = section;
    const isLeaf = (sections[index + 1]?.heading.depth ?? 0) <= heading.depth;
    const isRoom = choice.areHeadingsRoom || heading.title.endsWith('?');
    if (pieces.length > 0 || !isLeaf || !isRoom) return section;
    const {position} = heading;
    return {heading, pieces: [{type: 'text', kind: 'prose', markdown: '', position}]};
  });
}

/** Headings below which nothing stands but other such headings. */
export function emptySections(sections: readonly PiecedSection[], choice: Choice) {
  return sections
    .filter(({pieces}, index) => {
      if (pieces.length > 0) return false;
      return runsBelow(sections, index).every(
        (one) => one.pieces.length === 0 && !choice.isNamed(one.heading.title, 'step'),
      );
    })
    .map(({heading}) => heading);
}
