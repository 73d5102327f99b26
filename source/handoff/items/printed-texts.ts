import type {Item, PartName, Step, StepText} from '../../playbook/playbook.ts';
import {leadingTexts, textsOf} from '../../playbook/walk.ts';
import {surePart} from './guess-part.ts';

/** Texts that a document prints with an item, as Markdown; empty where there is none. */
export interface TextsOfItem {
  readonly above: string;
  readonly below: string;
}

const join = (texts: readonly StepText[]) => texts.map(({markdown}) => markdown).join('\n\n');

/** Prose on top of a step speaks to whoever settles it; with code or a table it is what they work with. */
function forReaders(step: Step): readonly StepText[] {
  const lead = new Set(leadingTexts(step));
  const isGuidance = [...lead].every(({kind}) => kind === 'prose' || kind === 'quote');
  return isGuidance ? textsOf(step).filter((text) => !lead.has(text)) : textsOf(step);
}

/** The texts of a step that are printed where an item of it is printed: above it, as in the file. */
export function textsOfItem(step: Step, {id}: Pick<Item, 'id'>): TextsOfItem {
  const texts = forReaders(step);
  const isLast = step.items.at(-1)?.id === id;
  return {
    above: join(texts.filter(({above}) => above === id)),
    below: isLast ? join(texts.filter(({above}) => above === undefined)) : '',
  };
}

/** What a file says itself on a part of the handoff document, for a person to confirm. */
export interface SaidByFile {
  readonly part: PartName;
  readonly item: Item;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** It is to be read and says nothing else; a procedure is told only once it was done. */
  readonly isReading: boolean;
}

/**
 * What a step says itself on the part of the handoff document that its title speaks of: its text,
 * where it is only read, and its procedures, with their commands.
 */
export function saidByFile(step: Step): readonly SaidByFile[] {
  const part = step.screen === 'checklist' ? surePart(step.title) : undefined;
  if (part === undefined) return [];
  return step.items.flatMap((item): readonly SaidByFile[] => {
    const {isReading = false, details = '', commands, text: title} = item;
    if (isReading)
      return [{part, item, title: step.title, text: join(textsOf(step)), isReading: true}];
    if (commands.length === 0 || details === '') return [];
    return [{part, item, title, text: details, isReading: false}];
  });
}
