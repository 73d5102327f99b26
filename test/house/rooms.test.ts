import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {filesBelow} from './files-below.ts';

// What lint holds of the house as well: no import circle, no room that imports one above it, no file
// of more than 300 lines.

function groupsOf(files: readonly string[], key: (file: string) => string): [string, string[]][] {
  return [...Map.groupBy(files, key)];
}

/** Rooms whose parts are named alike in each folder, so that whoever knows one knows all. */
const likeNamed = [
  /^source\/wizard\/steps\/[^/]+\//,
  /^source\/checks\/kinds\/[^/]+\//,
  /^source\/export\/kinds\//,
  /^source\/commands\/[^/]+\//,
  /^source\/integrations\/[^/]+\//,
  /\/registry\.ts$/,
];

describe('files of one name in source', () => {
  it('there are none, apart from the like-named parts of steps, kinds and commands', () => {
    const isLikeNamed = (file: string) => likeNamed.some((room) => room.test(file));
    const twice = groupsOf(filesBelow('source'), (file) => path.basename(file))
      .map(([, files]) => files)
      .filter((files) => files.length > 1 && !files.every(isLikeNamed));
    expect(twice, 'Name each after what it is, so that a file is found by its name').toEqual([]);
  });
});

describe('files in a folder', () => {
  const most = 25;
  // Goes from here once it holds no more than the others.
  const known = new Set(['test/e2e/screens/kept']);
  const folders = groupsOf([...filesBelow('source'), ...filesBelow('test')], (file) =>
    path.dirname(file),
  );
  const full = folders.filter(([, files]) => files.length > most).map(([folder]) => folder);

  it(`there are at most ${most}`, () => {
    const over = full.filter((folder) => !known.has(folder));
    expect(over, 'Give them wings: folders for what belongs together').toEqual([]);
  });

  it('a folder that may hold more does', () => {
    const gone = [...known].filter((folder) => !full.includes(folder));
    expect(gone, 'Take them out of "known" in this file').toEqual([]);
  });
});
