import type {Content} from './integration-entry.ts';

/** The text of an issue or a comment with what it is found by, which readers do not see. */
export function markedText({text}: Pick<Content, 'text'>, mark: string): string {
  return `${text}\n\n<!-- ${mark} -->`;
}

/** Whether a text was written by a sending of the same thing. */
export function hasMark(text: unknown, mark: string): boolean {
  return typeof text === 'string' && text.includes(mark);
}
