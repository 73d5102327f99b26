import {Buffer} from 'node:buffer';
import type {BagProblem} from './bag-source.ts';

/** Bytes of a part of a path, and of all of it: what the file systems in use take. */
const mostOfPart = 255;
const mostOfPath = 800;

/** Names of devices in Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)/iu;

function placeProblem(name: string, system: NodeJS.Platform): string | undefined {
  const parts = name.split('/');
  if (
    Buffer.byteLength(name) > mostOfPath ||
    parts.some((part) => Buffer.byteLength(part) > mostOfPart)
  )
    return 'the name is longer than a file may have';
  if (system !== 'win32') return undefined;
  return parts.some((part) => /[. ]$|[<>:"|?*]/u.test(part) || device.test(part))
    ? 'the name means something else on this system'
    : undefined;
}

/** As a file system has it that tells neither capitals nor how an accent is written. */
const folded = (name: string) => name.normalize('NFC').toLowerCase();

/**
 * What keeps files from being unpacked: one of them over another, in part, or as something else. Their names lead
 * out of nothing already.
 */
export function unpackProblems(
  names: readonly string[],
  system: NodeJS.Platform = process.platform,
): BagProblem[] {
  const taken = new Set<string>();
  const folders = new Set<string>();
  for (const name of names)
    for (let end = name.indexOf('/'); end !== -1; end = name.indexOf('/', end + 1))
      folders.add(folded(name.slice(0, end)));
  return names.flatMap((name) => {
    const place = folded(name);
    const isTaken = taken.has(place) || folders.has(place);
    taken.add(place);
    const what = isTaken
      ? 'it has the place of another, on some systems'
      : placeProblem(name, system);
    return what === undefined ? [] : [{path: name, what}];
  });
}
