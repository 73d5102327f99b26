import type {Buffer} from 'node:buffer';
import {parseExtraFields, type Entry, type ExtraField, type ZipFile} from 'yauzl';

/** An extra field with another name for a file, under which some programs unpack it. */
const unicodePath = 0x70_75;
/** Bytes that may stand behind a content, with its sizes, where the entry says so. */
const mostDescriptor = 24;
/** Bytes behind the list of files but for the comment; more of them where the zip is a large one. */
const ends: ReadonlySet<number> = new Set([22, 56 + 20 + 22]);

const between = 'bytes that belong to no file stand before it, or it stands in another';
const beforeEnd = 'bytes that belong to no file stand in it';
const otherwise = 'what stands before it says otherwise than the list of files';

const roomBehind = ({generalPurposeBitFlag}: Entry) =>
  (generalPurposeBitFlag & 8) === 0 ? 0 : mostDescriptor;

function isOtherName({id, data}: ExtraField, name: Buffer): boolean {
  return id === unicodePath && !data.subarray(5).equals(name);
}

/** Where the content of an entry ends; nothing where its own head says otherwise than the list. */
async function endOf(zip: ZipFile, entry: Entry): Promise<number | undefined> {
  const own = await zip.readLocalFileHeaderPromise(entry);
  const name = entry.fileNameRaw;
  const fields = [...entry.extraFields, ...parseExtraFields(own.extraField)];
  const isAlike =
    own.fileName.equals(name) &&
    own.compressionMethod === entry.compressionMethod &&
    !fields.some((field) => isOtherName(field, name));
  return isAlike ? own.fileDataStart + entry.compressedSize : undefined;
}

/**
 * What is wrong with how files lie in a zip; nothing where they fill it one after the other, as its list says.
 * Programs differ in what they go by, so that something else than what was looked at could be unpacked.
 *
 * @param list where the list of files begins
 */
export async function layoutProblem(
  zip: ZipFile,
  entries: readonly Entry[],
  list: number,
): Promise<{readonly entry?: Entry; readonly what: string} | undefined> {
  let [end, room] = [0, 0];
  const isBehind = (start: number) => start >= end && start <= end + room;
  const inOrder = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  for (const entry of inOrder) {
    if (!isBehind(entry.relativeOffsetOfLocalHeader)) return {entry, what: between};
    try {
      const next = await endOf(zip, entry);
      if (next === undefined) return {entry, what: otherwise};
      [end, room] = [next, roomBehind(entry)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {entry, what: `it cannot be read: ${reason}`};
    }
  }
  const rest = zip.fileSize - Number(zip.readEntryCursor) - zip.comment.length;
  return isBehind(list) && ends.has(rest) ? undefined : {what: beforeEnd};
}
