import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';

const version = String.raw`v?\d+\.\d+(?:\.\d+)*(?:[-+][\w.-]+)?`;
const alone = new RegExp(`^${version}$`);
const heading = new RegExp(
  String.raw`^#{1,3}\s+(?:\S+\s+)?\[?(?<version>${version})\]?(?=$|[\s(:])`,
);

interface Release {
  readonly version: string;
  /** From the top of the folder: the part of it that has this version. */
  readonly of: string;
  readonly line: number;
}

function inVersionFile(text: string, of: string): Release[] {
  const [first = ''] = text.trim().split(/\s/);
  return alone.test(first) ? [{version: first, of, line: 1}] : [];
}

/** The newest that a changelog names as released. */
function inChangelog(text: string, of: string): Release[] {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const found = heading.exec(line)?.groups?.['version'];
    if (found !== undefined) return [{version: found, of, line: index + 1}];
  }
  return [];
}

/** `.release-please-manifest.json`: a version for each part of a repository. */
function inReleaseManifest(text: string, of: string): Release[] {
  return [...text.matchAll(/"(?<part>[^"]+)"\s*:\s*"(?<version>[^"]+)"/g)].flatMap(
    ({groups = {}, index}) => {
      const {part = '.', version: found = ''} = groups;
      const line = text.slice(0, index).split('\n').length;
      return alone.test(found) ? [{version: found, of: path.posix.join(of, part), line}] : [];
    },
  );
}

const readers: readonly (readonly [RegExp, (text: string, of: string) => Release[]])[] = [
  [/^(?:VERSION|RELEASE)(?:\.txt)?$|^version(?:\.txt)?$/, inVersionFile],
  [/^CHANGELOG(?:\.md)?$/i, inChangelog],
  [/^\.release-please-manifest\.json$/, inReleaseManifest],
];

function readerOf(file: string) {
  return readers.find(([name]) => name.test(path.posix.basename(file)))?.[1];
}

/** Files that name the version that was released last. */
export const releaseFiles: Discoverer = {
  name: 'release-files',
  looksAt: 'VERSION, changelogs and release manifests',
  wants: (file) => readerOf(file) !== undefined,
  async discover(file, folder) {
    const read = readerOf(file);
    const text = await folder.read(file);
    if (!read || text === undefined) return [];
    return read(text, path.posix.dirname(file)).flatMap((release) => {
      const source = at(file, release.line);
      if (release.of === '.') {
        // The whole has a version; that all which is built here has it too, nothing says.
        folder.suggest({for: 'version', text: release.version, source});
        return [];
      }
      const known = {of: `folder:${release.of}`, isOnlyPart: true};
      return [row('components', `folder ${release.of}`, {version: release.version}, source, known)];
    });
  },
};
