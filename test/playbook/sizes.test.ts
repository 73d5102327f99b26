// Files beyond what people write load as well, and what is not read is told. How long that takes is
// for a person to look at: no test here measures time.
import {expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {toldLines} from './told-lines.ts';

test.each(['- ', '- [ ] ', '1. [ ] '])(
  'lists of "%s" deeper than 100 levels stay text, and a notice says so',
  (bullet) => {
    const indent = ' '.repeat(bullet.indexOf(' ') + 1);
    const levels = Array.from(
      {length: 1000},
      (_, at) => `${indent.repeat(at)}${bullet}level ${at}`,
    );
    const playbook = parsePlaybook(`# Deep\n\n${levels.join('\n')}\n`, 'deep.md');
    expect(allItems(playbook)).toHaveLength(100);
    expect(playbook.notices).toEqual([
      {
        message: '900 lines lie deeper than 100 levels, and stay text.',
        position: {line: 103, column: 1},
      },
    ]);
    expect(JSON.stringify(playbook)).toContain('level 999');
  },
);

test.each([
  ['quotations', `${'> '.repeat(600)}- a`],
  ['bullets of one line', `${'- '.repeat(600)}a`],
])('%s nested in one line load', (_, line) => {
  const {notices} = parsePlaybook(line, 'deep.md');
  expect(notices.map(({message}) => message)).toContain(
    '1 line lies deeper than 100 levels, and stays text.',
  );
});

test('20,000 definitions are the addresses of links', () => {
  const definitions = Array.from({length: 20_000}, (_, at) => `[x${at}]: https://x.example/${at}`);
  const playbook = parsePlaybook(`- [ ] See [this][x19999]\n\n${definitions.join('\n')}\n`, 'x.md');
  expect(allItems(playbook)[0]?.item.links).toMatchObject([{url: 'https://x.example/19999'}]);
  expect(toldLines(playbook)).toEqual(['# x', '[ ] See this']);
});

test('30,000 keys of front matter are passed over', () => {
  const keys = Array.from({length: 30_000}, (_, at) => `key${at}: ${at}`).join('\n');
  expect(toldLines(parsePlaybook(`---\n${keys}\n---\n- [ ] a\n`, 'x.md'))).toEqual([
    '# x',
    '[ ] a',
  ]);
});

test('a line of a million characters is read in part, and a notice says so', () => {
  const {notices, phases} = parsePlaybook(`- [ ] ${'*word '.repeat(170_000)}\n- [ ] b\n`, 'x.md');
  expect(phases[0]?.steps[0]?.items).toHaveLength(2);
  expect(notices).toEqual([
    {
      message: 'This line has 1,020,006 characters; the first 19,997 are read.',
      position: {line: 1, column: 1},
    },
  ]);
});

test('a picture written into the text is left out of it', () => {
  const data = `data:image/png;base64,${'A'.repeat(50_000)}`;
  const playbook = parsePlaybook(`- [ ] a ![plan](${data})\n`, 'x.md');
  expect(playbook.notices).toEqual([]);
  expect(JSON.stringify(playbook).length).toBeLessThan(2000);
});
