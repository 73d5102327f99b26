import {createHash} from 'node:crypto';

/** What a writer can be asked to keep. */
export const kinds = ['note', 'pair', 'trust', 'evidence', 'draft', 'cursor'] as const;
export type Kind = (typeof kinds)[number];

/** One thing that a writer has kept, or has tried to: the nth of its kind. */
export interface Token {
  readonly kind: Kind;
  readonly writer: string;
  readonly number: number;
}

export function tokenWords({kind, writer, number}: Token): string {
  return `${kind} ${writer} ${number}`;
}

/** Reads back what {@link tokenWords} made; nothing where a line is something else or is cut off. */
export function readToken(line: string): Token | undefined {
  const [kind, writer, number, ...rest] = line.split(' ');
  const known = kinds.find((name) => name === kind);
  const isToken = known && writer && /^\d+$/.test(number ?? '') && rest.length === 0;
  return isToken ? {kind: known, writer, number: Number(number)} : undefined;
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A text of some length that can be told from every other. */
export function longText(token: Token): string {
  const words = tokenWords(token);
  return `${words}\n${`${sha256Of(words)}\n`.repeat(30)}`;
}

/** The notes that belong to a token; of a pair there are both or none. */
export function notesOf(token: Token): readonly string[] {
  const words = tokenWords(token);
  if (token.kind === 'note') return [words];
  return token.kind === 'pair' ? [`${words} first`, `${words} second`] : [];
}
