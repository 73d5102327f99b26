import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {allItems, stepsOf} from '../../source/playbook/walk.ts';
import {readFixture} from './fixtures.ts';

function items(markdown: string) {
  return allItems(parsePlaybook(markdown, 'x.md')).map(({item}) => item);
}

function first(markdown: string) {
  return items(markdown)[0];
}

describe('an item', () => {
  test('is its first line as plain text, wrapped lines joined', () => {
    const item = first('- Read *the* [guide](g.md) and\n  `run it` **twice** &amp; well\n');
    expect(item?.text).toBe('Read the guide and run it twice & well');
  });

  test('keeps what looks like a tag and is room to write', () => {
    expect(first('- Deploy to <environment> with <b>care</b><!-- x -->')?.text).toBe(
      'Deploy to <environment> with care',
    );
  });

  test('keeps what stands below its line as details in Markdown', () => {
    const item = first(
      '- Line\\\n  below the *break*\n\n  Second.\n\n  ```sh\n  a\n    b\n  ```\n  - child\n',
    );
    expect(item?.text).toBe('Line');
    expect(item?.details).toBe('below the *break*\n\nSecond.\n\n```sh\na\n  b\n```');
    expect(item?.children.map(({text}) => text)).toEqual(['child']);
  });

  test.each([
    ['Train them (if applicable)', 'Train them'],
    ['Train them (If Applicable).', 'Train them'],
    ['Train them *(optional)*', 'Train them'],
    ['Train them [optional]', 'Train them'],
    ['Train them, if applicable', 'Train them'],
  ])('is optional when its line ends so: %s', (line, text) => {
    expect(first(`- [ ] ${line}`)).toMatchObject({text, isOptional: true});
  });

  test.each([['Train them'], ['Read (optional) parts'], ['Share it if available']])(
    'is not optional: %s',
    (line) => {
      expect(first(`- ${line}`)).toMatchObject({text: line, isOptional: false});
    },
  );

  test('that says nothing but "(optional)" keeps that as its text', () => {
    expect(first('- (optional)')).toMatchObject({text: '(optional)', isOptional: false});
  });

  test('starts done when the file has it ticked, in ordered lists too', () => {
    const list = items(readFixture('loose-ordered-tasks.md'));
    expect(list.map(({isChecked}) => isChecked)).toEqual([false, true, false, false, false]);
  });

  test('without text is kept and noticed with its place', () => {
    const playbook = parsePlaybook('- [ ] a\n- [ ] \n- [ ]\n', 'x.md');
    expect(allItems(playbook).map(({item}) => item.text)).toEqual([
      'a',
      '(empty entry)',
      '(empty entry)',
    ]);
    expect(playbook.notices).toEqual([
      {message: 'An entry has no text.', position: {line: 2, column: 1}},
      {message: 'An entry has no text.', position: {line: 3, column: 1}},
    ]);
  });

  test('knows its place and the places of its links, behind front matter and comments', () => {
    const markdown =
      '---\nx: 1\n---\n<!--\n-->\n\n## Å\n\n- a\n  - b [l](u) [m][r]\n\n## Z\n\n[r]: far\n';
    const [, item] = items(markdown);
    expect(item?.position).toEqual({line: 10, column: 3});
    expect(item?.links).toEqual([
      {text: 'l', url: 'u', position: {line: 10, column: 7}},
      {text: 'm', url: 'far', position: {line: 10, column: 14}},
    ]);
  });

  test('does not carry escape sequences or direction overrides to the terminal', () => {
    const markdown = '---\ntitle: "T\\e[2J"\n---\n- a\u001B[31mb\u202Ec&#x202e;[d](e&#x202e;f)\n';
    const playbook = parsePlaybook(markdown, 'x.md');
    expect(playbook.title).toBe('T\uFFFD[2J');
    expect(allItems(playbook)[0]?.item).toMatchObject({
      text: 'a\uFFFD[31mb\uFFFDc\uFFFDd',
      links: [{url: 'e\uFFFDf'}],
    });
  });
});

describe('commands of an item', () => {
  test.each([
    'kubectl get pods',
    'systemctl restart queue',
    './drain.sh',
    'scripts/drain.sh',
    '/usr/local/bin/drain',
    'FOO=1 make',
    'Get-Service queue',
    'uptime',
    'sudo journalctl -u queue | tail',
  ])('has %s', (code) => {
    expect(first(`- Run \`${code}\``)?.commands).toEqual([code]);
  });

  test.each([
    'handoff.yaml',
    '--flag',
    'identifier',
    '/healthz',
    '/var/log/queue.log',
    'docs/runbook.md',
    'key: value',
    'GET /healthz',
    'x = 1',
    'Ready to go',
    'https://example.com/a',
    '-n 5',
    '404 Not found',
    'active (running)',
  ])('does not have %s', (code) => {
    expect(first(`- See \`${code}\``)?.commands).toEqual([]);
  });

  test('come without a prompt, once each, from details but not from children', () => {
    const item = first('- Run `$ df -h`\n\n  Then `df -h` and `free`.\n  - and `ps aux`\n');
    expect(item?.commands).toEqual(['df -h', 'free']);
  });
});

describe('an agenda', () => {
  test('comes from an ordered list with minutes; unordered and untimed lists stay checklists', () => {
    const screens = ['1. a (10 min)\n2. b', '- a (10 min)', '1. a\n2. b\n3. c (5 min)'].map(
      (list) => stepsOf(parsePlaybook(list, 'x.md'))[0]?.step.screen,
    );
    expect(screens).toEqual(['agenda', 'checklist', 'checklist']);
  });

  test('cuts minutes and "(optional)" from its blocks, and leaves its topics whole', () => {
    const [block, topic] = items('1. Demo (optional) (1 h)\n   - Show it (5 min)\n');
    expect(block).toMatchObject({
      id: 'demo',
      text: 'Demo',
      isOptional: true,
      minutes: {min: 60, max: 60},
    });
    expect(topic?.text).toBe('Show it (5 min)');
    expect(topic).not.toHaveProperty('minutes');
  });

  test('leaves minutes in the text of other steps', () => {
    expect(first('- Wait for the cache (5 min)')?.text).toBe('Wait for the cache (5 min)');
  });

  test('takes the length that the heading of its phase announces', () => {
    const markdown = '# T\n\n## Session (1 h)\n\n### Plan\n\n1. a (60 min)\n\n### Other\n\n- b';
    const {phases, notices} = parsePlaybook(markdown, 'x.md');
    expect(phases[0]?.title).toBe('Session');
    expect(phases[0]?.steps[0]?.minutes).toEqual({min: 60, max: 60});
    expect(notices).toEqual([]);
  });
});

describe('ids', () => {
  test('are the folded text, cut at a word', () => {
    const markdown =
      "- Don't Über-Prüfen: Straße, Café & 2 more\n- The quick brown fox jumps over the lazy dog and on\n";
    expect(items(markdown).map(({id}) => id)).toEqual([
      'dont-uber-prufen-strasse-cafe-2-more',
      'the-quick-brown-fox-jumps-over-the-lazy-dog-and',
    ]);
  });

  test('on a clash take the name of the step, then a number', () => {
    const markdown = '# T\n\n## A\n\n- same\n\n## B\n\n- same\n- same\n- same\n';
    expect(items(markdown).map(({id}) => id)).toEqual(['same', 'b-same', 'b-same-2', 'b-same-3']);
  });

  test('keep letters outside the Latin alphabet', () => {
    expect(items(readFixture('non-latin.md')).map(({id}) => id)).toEqual([
      'データベースを確認する',
      '準備-データベースを確認する',
      'バックアップ',
      'grosse-der-strasse-prufen',
      'прочитать-журнал',
      'item',
    ]);
  });

  test('of steps and phases are unique among their own kind', () => {
    const part = '### Do\n\n- a\n\n';
    const playbook = parsePlaybook(`# T\n\n## P\n\n${part}## P\n\n${part}${part}`, 'x.md');
    expect(playbook.phases.map(({id}) => id)).toEqual(['p', 'p-2']);
    expect(stepsOf(playbook).map(({step}) => step.id)).toEqual(['do', 'p-2-do', 'p-2-do-2']);
  });

  test('do not change when sections change places', () => {
    const [a, b] = ['## A\n\n- one\n- two\n\n', '## B\n\n- three\n\n'];
    expect(
      items(`# T\n\n${a}${b}`)
        .map(({id}) => id)
        .toSorted(),
    ).toEqual(
      items(`# T\n\n${b}${a}`)
        .map(({id}) => id)
        .toSorted(),
    );
  });
});

test('room to write behind a label is no address of a link', () => {
  const all = items(
    '# T\n\n## P\n\n- [Question 1]: [Answer]\n- [x] See [log]\n\n[log]: https://log.example.com\n',
  );
  expect(all.map(({text}) => text)).toEqual(['See log']);
  expect(items('# T\n\n- [Question 1]: [Answer]\n- [Name]: ____\n').map(({text}) => text)).toEqual([
    '[Question 1]: [Answer]',
    '[Name]: ____',
  ]);
});

test('a link of Obsidian is told by its words, and a list of them is no work', () => {
  const all = items(
    '# T\n\n- [[a note#part|the part]]\n- [[other]]\n\n## P\n\n- Read [[rules|the rules]] of [[Kim]]\n',
  );
  expect(all.map(({text}) => text)).toEqual(['Read the rules of Kim']);
});
