import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {root} from './docs-pages.ts';
import {filesBelow} from './files-below.ts';

const gates = path.join('source', 'handoff', 'gates');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The files of rules: what the list of requirements asks, and gives requirements. */
const rules = [
  ...read(path.join(gates, 'requirements.ts')).matchAll(/from '\.\/([\w-]+\.ts)'/g),
].flatMap(([, name = '']) =>
  /\): Requirement\[\]/.test(read(path.join(gates, name))) ? [name] : [],
);

/** The longest part of a sentence that is the same in every handoff. */
function fixedPart(sentence: string): string {
  const parts = sentence.replaceAll(/\$\{[^}]*\}/g, '\n').split('\n');
  return parts.toSorted((a, b) => b.length - a.length)[0]?.replaceAll(/^\W+|\W+$/g, '') ?? '';
}

/** What a rule says: the sentences that are written in its file. */
function sentencesOf(name: string): string[] {
  return [...read(path.join(gates, name)).matchAll(/(?<=[=:?] )(['`])((?:(?!\1).)+\.)\1/g)]
    .map(([, , sentence = '']) => fixedPart(sentence))
    .filter((part) => part.includes(' '));
}

const tests = filesBelow('test/handoff')
  .filter((file) => file.endsWith('.test.ts'))
  .map(read)
  .join('\n')
  .replaceAll('\\', '');

it('finds the rules of the gates and what they say', () => {
  expect(rules).toContain('understanding-missing.ts');
  expect(sentencesOf('session-time.ts')).toContain('Nobody of the receiver is among the attendees');
});

it.each(rules)('what %s says shuts a gate in a test of test/handoff', (name) => {
  expect(sentencesOf(name).filter((part) => !tests.includes(part))).toEqual([]);
});
