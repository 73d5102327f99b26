import {Buffer} from 'node:buffer';
import {crc32} from 'node:zlib';
import {seal, unsealed} from '../../source/documents/archive/seal.ts';

/** A file of a zip as somebody may write it by hand; what is not said is as it should be. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content: Uint8Array;
  /** What its own head says its name is. */
  readonly ownName?: string;
  readonly extra?: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  /** Bytes that the list says it unpacks to. */
  readonly said?: number;
  readonly mode?: number;
  /** Where the list says that it begins. */
  readonly at?: number;
  /** Whether only the content is there, and the list does not name it. */
  readonly isHidden?: boolean;
}

export interface RawZip {
  readonly before?: string;
  /** Between the files and the list of them. */
  readonly between?: string;
  /** How many files the end says that there are. */
  readonly count?: number;
  /** The comment of the end; a good seal, unless given. */
  readonly comment?: string;
}

/** Little-endian numbers of two bytes, or of four where they are given in a list. */
function numbers(...values: readonly (number | readonly [number])[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(typeof value === 'number' ? 2 : 4);
      if (typeof value === 'number') bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value[0]);
      return bytes;
    }),
  );
}

/** A zip that says whatever it is told to, with a good seal: anybody can make one. */
export function rawZip(entries: readonly RawEntry[], zip: RawZip = {}): Buffer {
  const {before = '', between = '', comment = unsealed} = zip;
  const bodies: Buffer[] = [Buffer.from(before)];
  const list: Uint8Array[] = [];
  let offset = Buffer.byteLength(before);
  for (const entry of entries) {
    const {content, extra = Buffer.alloc(0), flags = 0, method = 0, said = content.length} = entry;
    const [name, own] = [Buffer.from(entry.name), Buffer.from(entry.ownName ?? entry.name)];
    const day = numbers(0, (46 << 9) | (3 << 5) | 4);
    const sizes = numbers([crc32(content)], [content.length], [said]);
    const about = [numbers(20, flags, method), day, sizes] as const;
    const body: Buffer = Buffer.concat([
      numbers([0x04_03_4b_50]),
      ...about,
      numbers(own.length, extra.length),
      own,
      extra,
      content,
    ]);
    const attributes = ((entry.mode ?? 0o100644) << 16) >>> 0;
    if (!entry.isHidden)
      list.push(
        numbers([0x02_01_4b_50], 0x03_14),
        ...about,
        numbers(name.length, extra.length, 0, 0, 0, [attributes], [entry.at ?? offset]),
        name,
        extra,
      );
    bodies.push(body);
    offset += body.length;
  }
  offset += Buffer.byteLength(between);
  const named = entries.filter(({isHidden}) => !isHidden).length;
  const count = zip.count ?? named;
  const listed = Buffer.concat(list);
  const end = numbers(
    [0x06_05_4b_50],
    0,
    0,
    count,
    count,
    [listed.length],
    [offset],
    comment.length,
  );
  const made = Buffer.concat([
    ...bodies,
    Buffer.from(between),
    listed,
    end,
    Buffer.from(comment, 'latin1'),
  ]);
  return comment === unsealed ? Buffer.from(seal(made)) : made;
}
