import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {expectedWords, toldText} from '../../../source/handoff/runbooks/expected-words.ts';
import {readSteps} from '../../../source/handoff/runbooks/read-steps.ts';

const problemsOf = (text: string) =>
  readSteps(text).problems.map(({line, message}) => `${line}: ${message}`);

/** As somebody writes it who has Markdown in their fingers. */
const written = `Everything here runs on the bastion.

1. Look at the pods
   \`\`\`sh
   kubectl -n pay get pods
   \`\`\`
   See: /3\\/3 +Running/
   If not: step 3
2. Look at the queue
   $ queue depth
   See:
   - depth below 100
   - /^consumers: [1-9]/m
   If depth is growing: runbook "Drain the queue".
   Otherwise: call Dana Weiss, +34 600 000 002
   Then: the end
3. **Restart the API**
   Tills see errors for ten seconds.

   Caution: only while no till is in the middle of an order
   Change: the API is away for ten seconds
   \`\`\`console
   $ kubectl -n pay rollout restart \\
   >   deploy/api
   $ kubectl -n pay rollout status deploy/api
   \`\`\`
4. Look at the dashboard
   1. Open it
   2. Choose the last hour

   See: no red
   If not: wait five minutes, then begin again
`;

describe('the steps of a runbook', () => {
  it('are read as people write them', () => {
    const {lead, steps, problems} = readSteps(written);
    expect(problems).toEqual([]);
    expect(lead).toBe('Everything here runs on the bastion.');
    expect(steps).toMatchObject([
      {
        number: 1,
        title: 'Look at the pods',
        commands: 'kubectl -n pay get pods',
        expected: '/3\\/3 +Running/',
        isChanging: false,
        branches: [{when: '', text: 'step 3', to: {kind: 'step', number: 3}}],
        line: 3,
      },
      {
        commands: 'queue depth',
        expected: 'depth below 100\n/^consumers: [1-9]/m',
        branches: [
          {when: 'depth is growing', to: {kind: 'runbook', name: 'Drain the queue'}},
          {when: '', to: {kind: 'person', name: 'Dana Weiss'}},
        ],
        next: {to: {kind: 'end'}},
      },
      {
        title: 'Restart the API',
        text: 'Tills see errors for ten seconds.',
        cautions: ['only while no till is in the middle of an order'],
        change: 'the API is away for ten seconds',
        isChanging: true,
        commands:
          'kubectl -n pay rollout restart \\\n  deploy/api\nkubectl -n pay rollout status deploy/api',
        expected: '',
      },
      {
        text: '1. Open it\n2. Choose the last hour',
        commands: '',
        expected: 'no red',
        branches: [{to: {kind: 'advice'}}],
      },
    ]);
  });

  it('are read in the ways in which they are pasted', () => {
    const pasted = readSteps(
      [
        '1) `systemctl is-active api`',
        '- **Expected:** `active`',
        '',
        '2) Change: restart it',
        '```',
        'systemctl restart api',
        '```',
        '> [!WARNING]',
        '> Takes a minute.',
        '- *If not*: go to step 1',
        '',
        '```yaml',
        'replicas: 3',
        '```',
      ].join('\r\n'),
    );
    expect(pasted.problems).toEqual([]);
    expect(pasted.steps).toMatchObject([
      {title: 'systemctl is-active api', commands: 'systemctl is-active api', expected: 'active'},
      {
        title: 'Restart it',
        isChanging: true,
        commands: 'systemctl restart api',
        cautions: ['Takes a minute.'],
        text: '```yaml\nreplicas: 3\n```',
        branches: [{to: {kind: 'step', number: 1}}],
      },
    ]);
    for (const text of [
      '1. One\n1. Two\n1. Three',
      '## Step 1: One\n\n## Step 2: Two\n\n## Step 3: Three',
    ])
      expect(readSteps(text)).toMatchObject({
        problems: [],
        steps: [{title: 'One'}, {title: 'Two'}, {title: 'Three'}],
      });
  });

  it.each([
    [
      'Restart it',
      '1: There is no step yet: begin each with its number, such as "1. Look at the pods".',
    ],
    ['1. One\n3. Three', '2: After step 1 comes step 2, and this one is 3.'],
    ['2. Two', '1: The first step is step 1, and this one is 2.'],
    ['1.\n2. Two', '1: Step 1 says nothing: give it a title.'],
    ['1. One\n   ```\n   ls', '2: The block of code that begins with ``` here has no end.'],
    ['1. One\n   ```\n   ```', '2: This block of code holds no command.'],
    [
      '1. One\n   ```\n   $ ls\n   total 0\n   ```',
      '4: Without "$ " this line is no command; what a command prints goes below "See:".',
    ],
    ['1. One\n   See: /[/', '2: /[/ is no valid pattern'],
    ['1. One\n   See:\n2. Two', '2: Say what is to be seen.'],
    ['1. One\n   If not:', '2: Say where it goes: a step, a runbook, or whom to call.'],
    ['1. One\n   Then:', '2: Say where it goes then: a step, or the end.'],
    ['1. One\n   Caution:', '2: Say what to be careful of.'],
    ['1. One\n   $ ls\n   If not: step 4', '3: Step 1 goes to step 4, and the last one is 1.'],
    [
      '1. One\n   $ ls\n   See: a\n   $ ls b',
      '4: This command comes after what the step shows: make it a step of its own.',
    ],
  ])('are refused with their line: %j', (text, problem) => {
    expect(problemsOf(text)[0]).toContain(problem);
  });

  it('never hang or fail, whatever is pasted', () => {
    const pieces = [
      '1. a',
      '```',
      '$ x',
      'See:',
      'If not: step 1',
      '> [!CAUTION]',
      '  2) b',
      '',
      '\t- c',
      '`',
    ];
    for (let seed = 1; seed < 3000; seed += 1) {
      let state = seed;
      const next = () => (state = (state * 48_271) % 2_147_483_647);
      const text = Array.from({length: 12}, () => pieces[next() % pieces.length]).join('\n');
      const {steps, problems} = readSteps(text);
      expect(steps.length > 0 || problems.length > 0).toBe(true);
    }
  });
});

describe('what is expected', () => {
  it.each([
    ['/3\\/3 +Running/', 'a line that contains "3/3", blanks, "Running"'],
    ['active', 'a line that contains "active"'],
    ['/^ok$/m', 'a line that is "ok"'],
    ['/^status: \\w+/m', 'a line that begins with "status:", a blank, a word'],
    ['/"uptime":[0-5]\\b/', 'a line that contains "uptime":, a digit from 0 to 5'],
    ['/^\\S+ (INFO|WARN) /m', 'a line that begins with a word, a blank, "INFO" or "WARN", a blank'],
    [
      '/done in \\d+ ms/i',
      'a line that contains "done in", a blank, a number, a blank, "ms", in small or capital letters',
    ],
    [
      '/^ *[1-9]\\d* backups/m',
      'a line that begins with perhaps blanks, a digit from 1 to 9, perhaps digits, a blank, "backups"',
    ],
    ['/(?<=a)b{2,3}[^c]*/', 'a line that matches "/(?<=a)b{2,3}[^c]*/"'],
  ])('%s is told in words', (expected, words) => {
    expect(expectedWords(expected).map(toldText)).toEqual([words]);
  });
});

it('the example of the docs is what it says', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../../docs/runbooks.md'), 'utf8');
  const [, example = ''] = /```runbook\n([^]*?)\n```/u.exec(page) ?? [];
  const {steps, problems} = readSteps(example);
  expect(problems).toEqual([]);
  expect(steps.map(({isChanging}) => isChanging)).toEqual([false, true, false, false]);
  expect(steps.map(({commands}) => commands !== '')).toEqual([true, true, true, false]);
  expect(steps[2]?.branches.map(({to}) => to)).toEqual([
    {kind: 'runbook', name: 'Use the old image'},
    {kind: 'person', name: 'Dana Weiss'},
  ]);
});
