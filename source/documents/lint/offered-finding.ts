import type {TextFinding} from './text-rules.ts';

/** A table that is offered and empty, in the words of who reads the document without it. */
export function offeredFinding(title: string, lacking: string): TextFinding {
  return {
    rule: 'not-written',
    level: 'offered',
    what: `"${title}" is empty: ${lacking}.`,
    toDo: 'Add a row where there is something to say. It keeps nothing back.',
  };
}
