import {Problem} from '../../problem.ts';
import {cleanLine} from '../markdown/clean-text.ts';
import type {InternalText} from './internal-texts.ts';

/** A document for a customer that holds what only the own team may read. */
export class InternalTextError extends Problem {
  override name = 'InternalTextError';
  /** File name of the document. */
  readonly document: string;

  constructor(document: string, {text, what}: InternalText, template: string | undefined) {
    const line = cleanLine(text);
    const shown = line.length > 60 ? `${line.slice(0, 59)}…` : line;
    super(
      `${document} is for the customer and would show ${what}: "${shown}". Nothing has been written.`,
      template === undefined
        ? 'Take it out where it came from.'
        : `Take it out of the template ${template}, or write with --audience internal.`,
    );
    this.document = document;
  }
}

/**
 * Shorter texts, in letters and digits, occur by chance: "asked Kim again" is in no customer's
 * document, but "done" and "see the wiki" are in many.
 */
const shortest = 16;

/** Letters and digits alone, so that neither escapes, nor markup, nor line breaks hide a text. */
function skeleton(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** A text as a whole and sentence by sentence: a template may print only a part. */
function piecesOf(text: string): string[] {
  const pieces = [text, ...text.split(/\n+|(?<=[.!?;])\s/u)].map(skeleton);
  return [...new Set(pieces)].filter((piece) => piece.length >= shortest);
}

export interface Guarded {
  /** File name of the document. */
  readonly document: string;
  /** Its text, in whichever format. */
  readonly text: string;
  /** Where its template is; nothing for what is made without one. */
  readonly template?: string | undefined;
}

/**
 * The last look at what goes to a customer: no template and no mistake in this program may let an
 * internal text through. `allowed` are texts that may be there, and so may what they contain.
 *
 * @throws {InternalTextError} naming the text that would have been shown.
 */
export function requireNoInternalText(
  {document, text, template}: Guarded,
  internal: readonly InternalText[],
  allowed: readonly string[],
): void {
  const found = internalTextIn(text, internal, allowed);
  if (found) throw new InternalTextError(document, found, template);
}

/** The first internal text that a text would show; nothing where there is none. */
export function internalTextIn(
  text: string,
  internal: readonly InternalText[],
  allowed: readonly string[],
): InternalText | undefined {
  const shown = skeleton(text);
  let known: string | undefined;
  for (const entry of internal)
    for (const piece of piecesOf(entry.text)) {
      if (!shown.includes(piece)) continue;
      // A space keeps two texts from making a third.
      known ??= allowed.map(skeleton).join(' ');
      if (!known.includes(piece)) return entry;
    }
  return undefined;
}
