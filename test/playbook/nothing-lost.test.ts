import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {fixtureNames, readFixture} from './fixtures.ts';
import {randomPicker} from './random-markdown.ts';
import {entriesOfPlaybook, entriesOfText} from './whole-parse.ts';

// In these files a section without entries gives gotchas made of paragraphs, or front matter comes
// first, which a plain Markdown parse does not know.
const plainNames = fixtureNames.filter(
  (name) => !['context-with-list.md', 'foreign-front-matter.md'].includes(name),
);

describe('every list entry becomes an item, a gotcha or a link', () => {
  test.each(plainNames)('in %s', (name) => {
    const text = readFixture(name);
    expect(entriesOfPlaybook(parsePlaybook(text, name))).toEqual(entriesOfText(text));
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

  test('in any fixture after another, behind front matter', () => {
    const closed = plainNames.filter((name) => name !== 'code-blocks.md');
    for (const [index, first] of closed.entries()) {
      const second = closed[(index + 1) % closed.length] ?? first;
      const text = `${readFixture(first)}\n\n${readFixture(second)}`;
      const playbook = parsePlaybook(`---\ntitle: ${first}\n---\n${text}`, 'two.md');
      const found = {title: playbook.title, entries: entriesOfPlaybook(playbook)};
      expect(found).toEqual({title: first, entries: entriesOfText(`\n\n\n${text}`)});
    }
  });

  test('in random text, where parts are parsed apart', () => {
    const {text: randomText} = randomPicker(20_311);
    for (let round = 0; round < 24; round += 1) {
      const text = `- first\n\n${randomText(200, round % 3 === 0 ? '\r\n' : '\n')}`;
      const found = new Set(entriesOfPlaybook(parsePlaybook(text, 'random.md')));
      const lost = entriesOfText(text).filter((place) => !found.has(place));
      expect({round, lost}).toEqual({round, lost: []});
    }
  });

  test('in a list of 4,000 entries under one heading, each with an id of its own', () => {
    const text = `# Long\n\n${'- [ ] the same line again\n  - and below it\n'.repeat(2000)}`;
    const ids = allItems(parsePlaybook(text, 'long.md')).map(({item}) => item.id);
    expect(ids).toHaveLength(4000);
    expect(new Set(ids).size).toBe(4000);
  });
});
