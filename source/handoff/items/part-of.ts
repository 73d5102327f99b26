import type {Item, PartName, RegisterName, Step} from '../../playbook/playbook.ts';
import {registers} from '../registers/registers.ts';
import {guessPart} from './guess-part.ts';
import {partByTitle} from '../../playbook/part-titles.ts';

/** The part that the words of an item of a documents step, or its front matter, name. */
export function namedPart(
  {screen}: Pick<Step, 'screen'>,
  {part, text}: Pick<Item, 'part' | 'text'>,
): PartName | undefined {
  return screen === 'documents' ? (part ?? partByTitle(text)) : part;
}

/**
 * The part of the handoff document in which an item is printed. Rows belong where their register
 * does; a text that keeps none has only its words to go by.
 */
export function partOf(
  step: Pick<Step, 'screen' | 'title'>,
  item: Pick<Item, 'part' | 'text'>,
  register: RegisterName | null | undefined,
): PartName {
  return (
    namedPart(step, item) ??
    (register ? registers[register].part : guessPart(item.text, step.title))
  );
}
