import type {Item, Playbook} from './playbook.ts';
import {addedSteps, allItems, phasesOfFile, stepsOf, textsOf} from './walk.ts';

/** How much of what a playbook was read as. */
export interface Counts {
  readonly phases: number;
  readonly steps: number;
  /** What is to be settled, blocks and topics of agendas included, without what is only to be read. */
  readonly items: number;
  readonly optional: number;
  /** Ticked in the file. */
  readonly ticked: number;
  /** Struck out in the file. */
  readonly notApplicable: number;
  /** Steps that are only to be read. */
  readonly readings: number;
  readonly agendaBlocks: number;
  /** What stands between items: paragraphs, code blocks, tables and quotations. */
  readonly texts: number;
  readonly codeBlocks: number;
  readonly tables: number;
  readonly commands: number;
  /** Lines of the file that are details of items, texts, introductions and context. */
  readonly linesRead: number;
  readonly gotchas: number;
  readonly links: number;
  /** Steps that stand in no file and are counted in no other figure. */
  readonly added: number;
}

function lines(markdown: string | undefined): number {
  return markdown?.split('\n').filter((line) => line.trim() !== '').length ?? 0;
}

function fences(markdown: string | undefined): number {
  return Math.floor((markdown?.match(/^[ \t>]*(?:`{3,}|~{3,})/gmu)?.length ?? 0) / 2);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Counts what a playbook was read as, for whoever compares it with the file. */
export function countsOf(playbook: Playbook): Counts {
  const phases = phasesOfFile(playbook);
  const steps = stepsOf({phases}).map(({step}) => step);
  const all = allItems({phases}).map(({item}) => item);
  const items = all.filter(({isReading}) => !isReading);
  const texts = steps.flatMap(textsOf);
  const count = (holds: (item: Item) => boolean | undefined) => items.filter(holds).length;
  return {
    phases: phases.length,
    steps: steps.length,
    items: items.length,
    optional: count(({isOptional}) => isOptional),
    ticked: count(({isChecked}) => isChecked),
    notApplicable: count(({isStruck}) => isStruck),
    readings: all.length - items.length,
    agendaBlocks: sum(
      steps.filter(({screen}) => screen === 'agenda').map((step) => step.items.length),
    ),
    texts: texts.length,
    codeBlocks:
      texts.filter(({kind}) => kind === 'code').length +
      sum(all.map(({details}) => fences(details))),
    tables: texts.filter(({kind}) => kind === 'table').length,
    commands: sum(items.map(({commands}) => commands.length)),
    linesRead:
      sum(texts.map(({markdown}) => lines(markdown))) +
      sum(all.map(({details}) => lines(details))) +
      sum(phases.map(({introduction}) => lines(introduction))) +
      lines(playbook.context),
    gotchas: playbook.gotchas.length,
    links: playbook.links.length,
    added: addedSteps(playbook).length,
  };
}
