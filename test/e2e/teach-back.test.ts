import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {appendChanges} from '../../source/store/append-changes.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {keys} from '../harness/keys.ts';
import {engineer, makePlace, type Place} from './place.ts';

const attendee: Change = {
  type: 'record/added',
  register: 'attendees',
  item: 'attendees',
  fields: {name: 'Mina Okafor', side: 'customer', role: 'operations'},
};

const runbook: Change = {
  type: 'record/added',
  register: 'runbooks',
  item: 'restart-services',
  fields: {
    name: 'Restart',
    trigger: 'It hangs',
    effect: 'changes',
    commands: 'systemctl restart pay',
    expected: 'active (running)',
    rollback: 'Start the version before: paystep back',
  },
};

async function start(place: Place, ...changes: readonly Change[]): Promise<string> {
  const id = await place.startWithoutGates();
  await appendChanges({home: place.home, id, actor: engineer, decide: () => changes});
  return id;
}

test.concurrent('questions are drafted from the runbooks, asked, and the answer is kept from the customer', async () => {
  await using place = makePlace();
  await start(place, attendee, runbook, {
    type: 'record/added',
    register: 'teach-back',
    item: 'teach-back',
    fields: {name: 'It is slow. What do you do?', answer: 'Look at the queue of tickets first'},
  });
  const dry = await place.run(['teach-back', 'draft', '--dry-run', '--json']);
  expect(JSON.parse(dry.stdout)).toMatchObject({isDryRun: true, changes: [{}, {}]});
  expect((await place.run(['teach-back', 'draft'])).exitCode).toBe(0);
  const again = await place.run(['teach-back', 'draft']);
  expect(again).toMatchObject({exitCode: 2});
  expect(again.stderr).toContain('answer no further question');

  const refused = await place.run(['teach-back', 'ask', 'it is slow', 'right', '--by', engineer]);
  expect(refused).toMatchObject({exitCode: 2});
  expect(refused.stderr).toContain('hands the system over');
  const yes = ['teach-back', 'answer', 'it is slow', 'Yes, clear.', '--by', 'Mina Okafor'];
  expect((await place.run(yes)).stderr).toContain('shows nothing of what they know');
  const many = await place.run(['teach-back', 'ask', 'restart', 'right', '--by', 'Mina Okafor']);
  expect(many).toMatchObject({exitCode: 2});

  const by = ['--by', 'Mina Okafor'];
  const remark = ['--remark', 'That the queue is looked at first'];
  await place.run(['teach-back', 'ask', 'it is slow', 'not-known', ...by, ...remark]);
  await place.run(['teach-back', 'ask', 'what shows', 'right', ...by]);
  const {questions} = JSON.parse((await place.run(['teach-back', 'list', '--json'])).stdout) as {
    questions: unknown;
  };
  expect(questions).toMatchObject([
    {state: 'not-known', answerer: 'Mina Okafor', asker: engineer},
    {question: 'What shows that "Restart" has worked?', state: 'right', runbook: 'Restart'},
    {question: 'How do you undo "Restart", and when?', state: 'never asked'},
  ]);
  expect((await place.run(['open-point', 'list'])).stdout).toContain(
    'Teach the answer to "It is slow. What do you do?"',
  );

  const read = async (audience: string) => {
    const out = path.join(place.workspace, audience);
    const wrote = await place.run(['docs', '--format', 'md', '--audience', audience, '--out', out]);
    expect(wrote.exitCode).toBe(0);
    const names = ['training-pack', 'handoff-document', 'session-summary'];
    return Promise.all(
      names.map((name) => readFile(path.join(out, audience, `${name}.md`), 'utf8')),
    );
  };
  const [pack = '', document = '', summary = ''] = await read('customer');
  expect(pack).toContain('**It is slow. What do you do?**');
  expect(pack).toContain('The answer stands in [Restart](operations-runbook.md#restart)');
  expect(pack).not.toContain('queue of tickets');
  expect(document).toContain('Answered right: 1 of 3 questions.');
  expect(document).toContain('It is slow. What do you do? Not known.');
  expect(summary).toMatch(/\| It is slow\. What do you do\? +\| not known +\| Mina Okafor/u);
  expect(summary).toContain('Not known: That the queue is looked at first');
  const [own = ''] = await read('internal');
  expect(own).toContain('Answer: Look at the queue of tickets first.');
});

test.concurrent('a question is asked with a key, and the next one comes', async () => {
  await using place = makePlace();
  const id = await start(
    place,
    attendee,
    ...['It is slow. What do you do?', 'It is down. What do you do?'].map((name): Change => ({
      type: 'record/added',
      register: 'teach-back',
      item: 'teach-back',
      fields: {name, answer: 'Look at the queue'},
    })),
  );
  await using wizard = await place.openHere(['resume'], {cols: 80, rows: 24});
  await wizard.waitFor('? all keys');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write('most frequent known issue');
  await wizard.waitFor(/❯.*most frequent known issue/u);
  wizard.write(keys.enter);
  await wizard.waitFor(/❯ ○ Handle the most frequent/u);
  wizard.write(keys.down);
  await wizard.waitFor(/❯ ○ It is slow. What do you do\? +never asked/u);
  await wizard.waitFor('Answer: Look at the queue');
  wizard.write('1');
  await wizard.waitFor(/Answered by:[^]*❯ Mina Okafor/u);
  wizard.write(keys.enter);
  await wizard.waitFor(/❯ ○ It is down. What do you do\?/u);
  wizard.write(keys.enter);
  await wizard.waitFor('Answered by:');
  wizard.write(`${engineer}${keys.enter}`);
  await wizard.waitFor('hands the system over');
  wizard.write(`\u0015Mina Okafor${keys.enter}`);
  await wizard.waitFor('How well it was known');
  wizard.write(`${keys.down}${keys.down}${keys.enter}`);
  await wizard.waitFor('They had to be told:');
  wizard.write(keys.enter);
  await wizard.waitFor(/✖ It is down. What do you do\? +not known/u);
  await wizard.waitFor('Not known. To teach it and ask again is an open point.');
  wizard.write('u');
  await wizard.waitFor('Reason');
  const {handoff} = await place.stored(id);
  expect(handoff.teachBacks).toMatchObject([
    {outcome: 'right', answerer: 'Mina Okafor', asker: engineer},
    {outcome: 'not-known'},
  ]);
});

test.concurrent('the questions of the runbooks are offered in the training step', async () => {
  await using place = makePlace();
  const id = await start(place, runbook);
  await using wizard = await place.openHere(['resume'], {cols: 100, rows: 30});
  await wizard.waitFor('? all keys');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write('teach-back');
  await wizard.waitFor(/❯.*Teach-back/u);
  wizard.write(keys.enter);
  await wizard.waitFor(/❯ · Teach-back/u);
  await wizard.waitFor('What shows that "Restart" has worked?');
  wizard.write('A');
  await wizard.waitFor('Taken: 2 rows of teach-back');
  const rows = (await place.stored(id)).handoff.records.filter(
    ({register}) => register === 'teach-back',
  );
  expect(rows.map(({fields}) => fields['answer'])).toEqual([
    'a line that contains "active (running)"',
    'Start the version before: paystep back',
  ]);
});
