// What a line says besides its text: whether it is optional, who has it, by when, and its box.
import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {toldLines} from './told-lines.ts';

function items(markdown: string) {
  return allItems(parsePlaybook(markdown, 'x.md')).map(({item}) => item);
}

describe('boxes', () => {
  test.each([
    ['- [ ] a', '[ ] a'],
    ['- [] a', '[ ] a'],
    ['-[x] a', '[x] a'],
    ['- [X ] a', '[x] a'],
    ['- \\[ \\] a', '[ ] a'],
    ['\\[x\\] a', '[x] a'],
    ['1. [ ] a', '[ ] a'],
    ['* □ a', '[ ] a'],
    ['• ☐ a', '[ ] a'],
    ['🔲 a', '[ ] a'],
    ['- ✔️ a', '[x] a'],
    ['- :white_check_mark: a', '[x] a'],
    ['- &#9745; a', '[x] a'],
    ['- <input type="checkbox" checked> a', '[x] a'],
    ['- [/] a', '[ ] a'],
    ['- [-] a', '[-] a'],
    ['- [~] a', '[-] a'],
    ['- [ ] ~~a~~', '[-] a'],
    ['- [x] ~~a~~', '[-] a'],
    ['> - [ ] a', '[ ] a'],
  ])('%s', (line, told) => {
    expect(toldLines(parsePlaybook(`${line}\n\n- [ ] other\n`, 'x.md'))).toContain(told);
  });

  test('lines below a box without a bullet are its details', () => {
    expect(toldLines(parsePlaybook('☐ one\nmore of it\n☑ two\n', 'x.md'))).toEqual([
      '# x',
      '[ ] one',
      '  | more of it',
      '[x] two',
    ]);
  });

  test('in code they stay code', () => {
    const playbook = parsePlaybook('- [ ] a\n\n```md\n[ ] b\n```\n', 'x.md');
    expect(toldLines(playbook)).toEqual(['# x', '[ ] a', '  | ```md', '  | [ ] b', '  | ```']);
  });

  test('in a folded part without blank lines they are work, its summary is the title', () => {
    const markdown = '# T\n\n<details>\n<summary>Later</summary>\n- [ ] a\n- [ ] b\n</details>\n';
    expect(toldLines(parsePlaybook(markdown, 'x.md'))).toEqual(['# Later', '[ ] a', '[ ] b']);
  });

  test('a tick alone before a sentence is an ornament', () => {
    const playbook = parsePlaybook('# T\n\n✅ All is well.\n\n## Do\n\n- [ ] a\n', 'x.md');
    expect(playbook.context).toBe('✅ All is well.');
  });

  test('a line over boxes names them, and is read', () => {
    expect(toldLines(parsePlaybook('- Database\n  - [ ] a\n  - [ ] b\n', 'x.md'))).toEqual([
      '# x',
      'prose: Database',
      '[ ] a',
      '[ ] b',
    ]);
  });
});

describe('optional', () => {
  test('in a heading holds for all below it', () => {
    const markdown =
      '# T\n\n## Main\n\n- [ ] a\n\n## Load test (optional)\n\n- [ ] b\n\n### Soak\n\n- [ ] c\n';
    const playbook = parsePlaybook(markdown, 'x.md');
    expect(allItems(playbook).map(({item}) => [item.text, item.isOptional])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
    expect(JSON.stringify(playbook)).not.toContain('(optional)');
  });

  test.each([
    'Load test (falls zutreffend)',
    'Load test (facultatif)',
    'Load test (opcional)',
    'Optional – Load test',
    'Where applicable, Load test',
    'Load test, if applicable.',
    'Load test (when needed)',
  ])('%s', (line) => {
    expect(items(`- [ ] ${line}`)).toMatchObject([{text: 'Load test', isOptional: true}]);
  });

  test.each(['Make the flag optional', 'Restart it if needed', 'Check if applicable rules exist'])(
    'is not: %s',
    (line) => {
      expect(items(`- [ ] ${line}`)).toMatchObject([{text: line, isOptional: false}]);
    },
  );
});

describe('owner and day', () => {
  test.each([
    ['Rotate the keys @sam', 'sam', undefined],
    ['Rotate the keys (@sam)', 'sam', undefined],
    ['Rotate the keys (owner: Sam Lee)', 'Sam Lee', undefined],
    ['Rotate the keys – Owner: Sam', 'Sam', undefined],
    ['Rotate the keys [owner:: Sam]', 'Sam', undefined],
    ['Rotate the keys 📅 2026-12-01', undefined, '2026-12-01'],
    ['Rotate the keys [due:: 2026-12-01]', undefined, '2026-12-01'],
    ['Rotate the keys (due: 2026-12-01)', undefined, '2026-12-01'],
    ['Rotate the keys, due 2026-12-01', undefined, '2026-12-01'],
    ['Rotate the keys @sam 📅 2026-12-01', 'sam', '2026-12-01'],
  ])('%s', (line, owner, dueOn) => {
    const [item] = items(`- [ ] ${line}`);
    expect([item?.text, item?.owner, item?.dueOn]).toEqual(['Rotate the keys', owner, dueOn]);
  });

  test.each([
    'Ask @sam',
    'Write to sam@example.com',
    'Pin the version to 2026-12-01',
    'The owner: who?',
  ])('is none in: %s', (line) => {
    const [item] = items(`- [ ] ${line}`);
    expect([item?.text, item?.owner, item?.dueOn]).toEqual([line, undefined, undefined]);
  });
});

describe('commands in a code block', () => {
  const commandsOf = (block: string) => items(`- [ ] a\n\n${block}\n`)[0]?.commands;

  test('are its lines, without comments, continued ones joined', () => {
    expect(commandsOf('```sh\n# look first\nls -l\n\ntar -c \\\n  -f a.tar .\n```')).toEqual([
      'ls -l',
      'tar -c \\\n  -f a.tar .',
    ]);
  });

  test('keep a here-document and a loop whole', () => {
    const code = 'cat > f <<EOF\n# kept\ntext\nEOF\nfor x in 1 2; do\n  echo $x\ndone';
    expect(commandsOf(`\`\`\`bash\n${code}\n\`\`\``)).toEqual([
      'cat > f <<EOF\n# kept\ntext\nEOF',
      'for x in 1 2; do\n  echo $x\ndone',
    ]);
  });

  test('of a console are the lines behind a prompt', () => {
    expect(commandsOf('```console\n$ uptime\n 10:00 up 3 days\n$ whoami\nroot\n```')).toEqual([
      'uptime',
      'whoami',
    ]);
  });

  test('are none in other code', () => {
    expect(commandsOf('```yaml\nkey: value\n```')).toEqual([]);
  });
});
