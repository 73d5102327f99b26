import {BrokenArchiveError, type bounds} from './bag-source.ts';

/** Bytes of all files, unpacked, and how many files. */
export type Bounds = Pick<typeof bounds, 'octets' | 'files'>;

/** @throws {BrokenArchiveError} when unpacking or reading it would take more than any handoff needs. */
export function requireBounded(where: string, octets: number, files: number, most: Bounds): void {
  if (octets <= most.octets && files <= most.files) return;
  throw new BrokenArchiveError(
    `${where} was not read: it has or unpacks to ${octets} bytes in ${files} files, more than any handoff has.`,
    'It may be made to fill disks. Do not unpack it.',
  );
}
