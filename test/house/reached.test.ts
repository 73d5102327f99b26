import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {filesBelow} from './files-below.ts';
import {root} from './docs-pages.ts';

const imported = /(?:\bfrom|\bimport\(?)\s*'(\.[^']+)'/g;

/** The files that a file imports, at once or when they are needed. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(imported)].map(([, target = '']) =>
    path.join(path.dirname(file), target),
  );
}

it('every file of source is reached from the start of the program', () => {
  const waiting = ['source/cli.ts'];
  const found = new Set(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const next of importsOf(file))
      if (!found.has(next)) {
        found.add(next);
        waiting.push(next);
      }
  const lost = filesBelow('source').filter((file) => !found.has(file) && !file.endsWith('.d.ts'));
  expect(lost, 'Give each its line in the registry of its kind, or take it away').toEqual([]);
});
