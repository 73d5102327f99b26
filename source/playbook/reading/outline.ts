import type {RootContent} from 'mdast';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {holdsEntries, runsBelow, type Run, type RunHeading} from './runs.ts';
import {sectionRole} from './titles.ts';

/** A run that has a heading: of depth 1 or 2 for a phase, deeper for a step. */
export interface Section extends Run {
  readonly heading: RunHeading;
}

export interface Outline {
  /** The file's own title, when it has one. */
  readonly title: string | undefined;
  /** What stands before the first section. */
  readonly preamble: readonly RootContent[];
  readonly sections: readonly Section[];
}

function isSection(run: Run): run is Section {
  return run.heading !== undefined;
}

function isBare({blocks}: Run): boolean {
  return blocks.every(({type}) => ['html', 'definition', 'thematicBreak'].includes(type));
}

function hasEntries(runs: readonly Run[], all: Blocks): boolean {
  return runs.some(({blocks}) => blocks.some((node) => holdsEntries(node, all)));
}

/**
 * The section whose heading is the title: the only `#`; among several, the first, if no list comes
 * before the next; without any, a first `##` with nothing under it.
 */
function titleSection(sections: readonly Section[], blocks: Blocks): Section | undefined {
  const tops = sections.filter(({heading}) => heading.depth === 1);
  const [top] = tops;
  if (top) {
    const below = runsBelow(sections, sections.indexOf(top));
    return tops.length === 1 || !hasEntries(below, blocks) ? top : undefined;
  }
  const [first, second] = sections;
  const isTitle =
    first?.heading.depth === 2 &&
    isBare(first) &&
    sectionRole(first.heading.title) === undefined &&
    (!second || second.heading.depth <= 2);
  return isTitle ? first : undefined;
}

function moveDown({heading, blocks}: Section): Section {
  return {heading: {...heading, depth: heading.depth + 1}, blocks};
}

/** Finds the title, what comes before the sections, and the sections in one scale of depths. */
export function toOutline(runs: readonly Run[], blocks: Blocks): Outline {
  const sections = runs.filter(isSection);
  const title = titleSection(sections, blocks);
  const preamble = runs.filter((run) => !isSection(run)).flatMap(({blocks}) => blocks);
  const isFirst = title === sections[0];
  const rest = sections.filter((section) => section !== title || (!isFirst && !isBare(section)));
  // With several `#`, these are the phases and everything below moves down with them.
  const hasSeveralTops = sections.filter(({heading}) => heading.depth === 1).length > 1;
  return {
    title: title?.heading.title,
    preamble: isFirst && title ? [...preamble, ...title.blocks] : preamble,
    sections: hasSeveralTops ? rest.map(moveDown) : rest,
  };
}
