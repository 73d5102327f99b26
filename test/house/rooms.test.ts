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
  /^source\/discovery\/discoverers\/[^/]+\//,
  /^source\/integrations\/[^/]+\//,
  /\/registry\.ts$/,
];

describe('files of one name in source', () => {
  it('there are none, apart from the like-named parts of steps, kinds, commands and discoverers', () => {
    const isLikeNamed = (file: string) => likeNamed.some((room) => room.test(file));
    const twice = groupsOf(filesBelow('source'), (file) => path.basename(file))
      .map(([, files]) => files)
      .filter((files) => files.length > 1 && !files.every(isLikeNamed));
    expect(twice, 'Name each after what it is, so that a file is found by its name').toEqual([]);
  });
});

describe('files in a folder', () => {
  const most = 25;

  it(`there are at most ${most}`, () => {
    const files = [...filesBelow('source'), ...filesBelow('test')];
    const over = groupsOf(files, (file) => path.dirname(file))
      .filter(([, held]) => held.length > most)
      .map(([folder, held]) => `${folder}: ${held.length} files`);
    expect(over, 'Give them wings: folders for what belongs together').toEqual([]);
  });
});
