import {everyEntry, isEntry, type Entry, type Piece, type TextPiece} from '../pieces/piece.ts';

/** An entry that is to be settled, with what is to be read below it as details. */
export interface WorkEntry extends Omit<Entry, 'body'> {
  readonly details?: string;
  readonly children: readonly WorkEntry[];
  readonly isReading?: boolean;
  /** It is settled by writing. */
  readonly isWritten?: boolean;
}

/** A text, or an entry to settle. */
export type Part = TextPiece | WorkEntry;

export function isWork(part: Part): part is WorkEntry {
  return part.type === 'entry';
}

type IsWork = (entry: Entry) => boolean;

function asText({markdown, position}: Entry): TextPiece {
  return {type: 'text', kind: 'prose', markdown, position};
}

/** The line and the texts of an entry that is read only, while there is work below it. */
function ownTexts(entry: Entry): TextPiece[] {
  return [
    asText({...entry, markdown: entry.head}),
    ...entry.body.filter((one) => one.type === 'text'),
  ];
}

function joined(texts: readonly string[], by: string): string | undefined {
  return texts.filter((text) => text !== '').join(by) || undefined;
}

function toWork(entry: Entry, isWork: IsWork): WorkEntry {
  const {body, ...plain} = entry;
  const parts = resolveParts(body, isWork);
  const details = joined(
    parts.filter((part) => part.type === 'text').map(({markdown}) => markdown),
    '\n\n',
  );
  return {
    ...plain,
    ...(details === undefined ? {} : {details}),
    children: parts.filter((part) => part.type === 'entry'),
  };
}

function withNote(work: WorkEntry, note: Entry): WorkEntry {
  const details = joined([work.details ?? '', note.markdown], work.details ? '\n\n' : '');
  return {...work, links: [...work.links, ...note.links], ...(details ? {details} : {})};
}

/**
 * Pieces as texts and work, in order. An entry that is only read is a note of the work above it in
 * the same list, else a text; work below it takes its place.
 */
export function resolveParts(pieces: readonly Piece[], isWork: IsWork): Part[] {
  const parts: Part[] = [];
  let readList: string | undefined;
  for (const piece of pieces) {
    const last = parts.at(-1);
    const list: string | undefined = readList;
    readList = undefined;
    if (!isEntry(piece)) parts.push(piece);
    else if (isWork(piece)) parts.push(toWork(piece, isWork));
    else if (everyEntry(piece.body).some(isWork))
      parts.push(...ownTexts(piece), ...resolveParts(piece.body.filter(isEntry), isWork));
    else if (last?.type === 'entry' && last.list === piece.list)
      parts[parts.length - 1] = withNote(last, piece);
    else {
      readList = piece.list;
      if (last?.type === 'text' && list === piece.list)
        parts[parts.length - 1] = {...last, markdown: `${last.markdown}\n${piece.markdown}`};
      else parts.push(asText(piece));
    }
  }
  return parts;
}
