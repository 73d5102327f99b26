import type {Link, Minutes, Position, TextKind} from '../playbook.ts';

/** Something to read that stands between entries. */
export interface TextPiece {
  readonly type: 'text';
  readonly kind: TextKind;
  readonly markdown: string;
  /** The commands of a block of shell code. */
  readonly commands?: readonly string[];
  readonly position: Position;
}

/** How the box of an entry stands. */
export type Mark = 'open' | 'done' | 'struck';

/** What an entry's first line says. */
export interface Line {
  readonly text: string;
  readonly isOptional: boolean;
}

/** A line that may be work: an entry of a list, a row of a table, a heading with what is to do. */
export interface Entry extends Line {
  readonly type: 'entry';
  /** What its box or its line says; nothing without either. */
  readonly mark?: Mark | undefined;
  /** Whether it has a box. */
  readonly isBoxed: boolean;
  /** Work whatever the rest of the file looks like, such as a row of a table of tasks. */
  readonly isSure?: boolean;
  readonly isOrdered: boolean;
  /** Nothing but links: into this file, or elsewhere. */
  readonly isOnly?: 'anchors' | 'links' | undefined;
  /** The line read as an agenda block's, when it names a length of time. */
  readonly timed?: (Line & {readonly minutes: Minutes}) | undefined;
  /** It names when it starts, as all of its list do. */
  readonly isClocked?: boolean;
  readonly owner?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly commands: readonly string[];
  readonly links: readonly Link[];
  /** Texts and entries below its first line, in order. */
  readonly body: readonly Piece[];
  /** Its first line as Markdown. */
  readonly head: string;
  /** All of it as Markdown, for where it is only read. */
  readonly markdown: string;
  /** The list it belongs to, told from others by its place. */
  readonly list: string;
  readonly position: Position;
}

export type Piece = TextPiece | Entry;

export function isEntry(piece: Piece): piece is Entry {
  return piece.type === 'entry';
}

/** Entries and those below them, parents first. */
export function everyEntry(pieces: readonly Piece[]): Entry[] {
  return pieces.filter(isEntry).flatMap((entry) => [entry, ...everyEntry(entry.body)]);
}
