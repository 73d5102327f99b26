import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {fixtureNames, readFixture} from './fixtures.ts';
import {randomPicker} from './random-markdown.ts';
import {entriesOfPlaybook, entriesOfText, wordsOfPlaybook, wordsOfText} from './whole-parse.ts';

function lostWords(text: string): string[] {
  const found = wordsOfPlaybook(parsePlaybook(text, 'list.md'));
  return [...wordsOfText(text)].filter((word) => !found.has(word));
}

// A plain Markdown parse does not know front matter.
const plainNames = fixtureNames.filter((name) => name !== 'foreign-front-matter.md');

describe('every word is an item, a text, a gotcha or a link', () => {
  test.each(plainNames)('in %s', (name) => {
    expect(lostWords(readFixture(name))).toEqual([]);
  });

  test.each([
    ['Windows line ends', '\r\n'],
    ['old Mac line ends', '\r'],
  ])('with %s and a byte order mark', (_name, end) => {
    for (const name of plainNames) {
      const text = readFixture(name);
      const plain = parsePlaybook(text, name);
      expect(parsePlaybook(`\uFEFF${text.replaceAll('\n', end)}`, name)).toEqual(plain);
    }
  });

  test('in random text, where parts are parsed apart', () => {
    const {text: randomText} = randomPicker(20_311);
    for (let round = 0; round < 24; round += 1) {
      const text = `- first\n\n${randomText(200, round % 3 === 0 ? '\r\n' : '\n')}`;
      expect({round, lost: lostWords(text)}).toEqual({round, lost: []});
    }
  });
});

describe('without boxes, every list entry is an item, a gotcha or a link', () => {
  test.each([
    'bare-list.md',
    'emoji-headings.md',
    'flat.md',
    'tables-and-quotes.md',
    'several-tops.md',
  ])('in %s', (name) => {
    const text = readFixture(name);
    expect(entriesOfPlaybook(parsePlaybook(text, name))).toEqual(entriesOfText(text));
  });

  test('in a list of 4,000 entries under one heading, each with an id of its own', () => {
    const text = `# Long\n\n${'- [ ] the same line again\n  - [ ] and below it\n'.repeat(2000)}`;
    const ids = allItems(parsePlaybook(text, 'long.md')).map(({item}) => item.id);
    expect(ids).toHaveLength(4000);
    expect(new Set(ids).size).toBe(4000);
  });
});
