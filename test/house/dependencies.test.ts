import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

type Packages = Readonly<Record<string, string>>;

const declared = JSON.parse(read('package.json')) as {
  readonly dependencies: Packages;
  readonly devDependencies: Packages;
};

/** The packages that a part of the page names in the first column of its table. */
function namedUnder(title: string): readonly string[] {
  const page = read('docs/dependencies.md');
  const [, part = ''] = page.split(`\n## ${title}\n`);
  const rows = (part.split('\n## ')[0] ?? '').matchAll(/^\| (?!package \|)([^|]+) \|/gm);
  return [...rows].flatMap(([, names = '']) => names.split(', '));
}

function withoutTypes(names: readonly string[]): string[] {
  return names.filter((name) => !name.startsWith('@types/')).toSorted();
}

describe('docs/dependencies.md', () => {
  it.each([
    ['At run time', declared.dependencies],
    ['For development', declared.devDependencies],
  ])('%s: each package has its reason, and no other is named', (title, packages) => {
    expect(withoutTypes(namedUnder(title))).toEqual(withoutTypes(Object.keys(packages)));
  });
});
