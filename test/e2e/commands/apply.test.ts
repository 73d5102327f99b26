import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runInOneProcess, type Outcome} from '../../harness/one-process/run.ts';
import {forApex, engineer, makePlace, program, type Place} from '../place.ts';

const done = '{"type":"item/settled","item":"network","status":"done"}';
const lee =
  '{"as":"lee","type":"record/added","register":"contacts","item":"escalation-contacts","fields":{"name":"Lee"}}';
const desk = '{"type":"record/changed","record":"@lee","fields":{"channel":"desk 12"}}';

async function changes(place: Place, id: string) {
  return (await place.stored(id)).journal.slice(1);
}

/** What `apply -` does with lines on its standard input. */
function pipe(place: Place, lines: readonly string[], ...args: string[]): Promise<Outcome> {
  const {env, workspace: cwd} = place;
  return runInOneProcess({args: ['apply', '-', ...args], cwd, env, input: lines.join('\n')});
}

test.concurrent('lines from a file are applied together, by the person whose store it is', async () => {
  await using place = makePlace();
  const id = await place.start();
  await place.start();
  const file = await place.write('changes.jsonl', `\uFEFF${done}\r\n\n${lee}\n${desk}\n`);
  const {exitCode, stdout, stderr} = await place.run(['apply', file, '--handoff', id]);
  expect({exitCode, stdout, stderr}).toEqual({
    exitCode: 0,
    stdout: `${id}: 3 changes applied\n`,
    stderr: forApex,
  });
  const [settled, added, changed] = await changes(place, id);
  const actor = engineer;
  expect(settled).toMatchObject({type: 'item/settled', status: 'done', actor});
  expect(changed).toMatchObject({record: added?.id, actor});
  const {handoff} = await place.stored(id);
  expect(handoff.records[0]?.fields).toEqual({name: 'Lee', channel: 'desk 12'});
});

test.concurrent('a line can speak of the note and of the open point that another makes', async () => {
  await using place = makePlace();
  const id = await place.startWithoutGates();
  const {exitCode, stdout} = await pipe(
    place,
    [
      '{"type":"session/started"}',
      '{"as":"q1","type":"session/noted","kind":"question","text":"Who is @lee?"}',
      '{"type":"session/answered","note":"@q1","answer":"@q1 knows"}',
      '{"as":"q2","type":"session/noted","kind":"question","text":"Who rotates the log?"}',
      '{"type":"session/ended"}',
      '{"type":"follow-up/closed","followUp":"question @q2","outcome":"Answered by mail"}',
      '{"as":"n","type":"item/noted","item":"network","note":"wrong"}',
      '{"type":"undone","action":"@n"}',
    ],
    '--json',
  );
  expect(exitCode).toBe(0);
  const {applied} = JSON.parse(stdout) as {applied: {line: number; id: string; type: string}[]};
  expect(applied.map(({line, type}) => `${line} ${type}`)).toEqual([
    '1 session/started',
    '2 session/noted',
    '3 session/answered',
    '4 session/noted',
    '5 session/ended',
    '6 follow-up/closed',
    '7 item/noted',
    '8 undone',
  ]);
  const {handoff, journal} = await place.stored(id);
  expect(journal.slice(1).map((action) => action.id)).toEqual(applied.map((line) => line.id));
  expect(handoff.session.notes).toMatchObject([
    {text: 'Who is @lee?', answer: '@q1 knows'},
    {text: 'Who rotates the log?'},
  ]);
  expect(Object.keys(handoff.followUps)).toEqual([`question ${applied[3]?.id ?? ''}`]);
  expect(handoff.items['network']?.note).toBeUndefined();
});

test.concurrent('a secret in what a pipe brings is left out, and that is told', async () => {
  await using place = makePlace();
  const id = await place.start();
  const note = `{"type":"item/noted","item":"network","note":"password=hunter2hunter2"}`;
  const {stdout} = await execa(process.execPath, [program, 'apply', '-'], {
    cwd: place.workspace,
    env: place.env,
    extendEnv: false,
    input: note,
  });
  expect(stdout).toContain('A secret (password) was left out');
  expect(JSON.stringify(await changes(place, id))).not.toContain('hunter2');
});

describe('with nothing written', () => {
  let place: Place;
  let id: string;
  const nobody =
    '{"type":"demonstration/started","item":"restart-a-service","performer":"n/a","observer":"Lee"}';

  beforeAll(async () => {
    place = makePlace();
    id = await place.start();
  });
  afterAll(() => place[Symbol.asyncDispose]());

  test.concurrent('a refused line is named with what stands against it and what to do', async () => {
    const {exitCode, stdout, stderr} = await pipe(place, [done, '', nobody, done]);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toMatch(/^For .+\nstandard input:3: "n\/a" names nobody\.\n.+ perform.+\n$/);
    const file = await place.write('refused.jsonl', `${done}\n{"type":"session/started"}\n`);
    const told = await place.run(['apply', file]);
    expect(told.stderr).toContain(`${file}:2: The gate "Before the session starts" is shut.`);
    expect(await changes(place, id)).toEqual([]);
  });

  test.concurrent('--json prints the refusal', async () => {
    const {exitCode, stdout} = await pipe(place, [done, nobody], '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      format: 1,
      error: {
        line: 2,
        code: 'performer',
        message: '"n/a" names nobody.',
        try: expect.stringContaining('perform') as string,
      },
    });
    const broken = await pipe(place, [done, '{'], '--json');
    expect(JSON.parse(broken.stdout)).toMatchObject({error: {line: 2, code: 'no-change'}});
    expect(await changes(place, id)).toEqual([]);
  });

  test.concurrent('--dry-run judges', async () => {
    const allowed = await pipe(place, [done, lee, desk], '--dry-run');
    expect(allowed).toMatchObject({
      exitCode: 0,
      stdout: `${id}: 3 changes allowed, nothing written\n`,
    });
    const refused = await pipe(place, [lee, nobody], '--dry-run');
    expect(refused).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('input:2:') as string,
    });
    expect(await changes(place, id)).toEqual([]);
  });

  test.concurrent.each([
    ['no JSON', '{"type":', 'input:2: This is no JSON'],
    ['no object', '[1]', 'input:2: This is no change'],
    ['an unknown type', '{"type":"item/setled"}', 'Did you mean "item/settled"?'],
    ['no type', '{"item":"network"}', 'The types are handoff/created, '],
    [
      'a word that is none of its field',
      '{"type":"item/settled","item":"network","status":"na"}',
      'status (open, done, not-applicable)',
    ],
    ['an unknown field', '{"type":"item/noted","item":"network","text":"x"}', 'has item, note'],
    ['a wrong value', '{"type":"item/noted","item":"network","note":7}', 'has no valid "note"'],
    ['an actor', `{"type":"session/ended","actor":"Lee"}`, '"actor" is not given'],
    ['a time', `{"type":"session/ended","at":"2020-01-01T00:00:00Z"}`, '"at" is not given'],
    ['a name of no line', desk, 'No line before this one is called "lee"'],
    ['a name that is none', '{"as":"a b","type":"session/ended"}', 'The name in "as" is none'],
    ['a name twice', `${lee}\n${lee}`, 'input:3: Another line before is called "lee"'],
    ['an item that is not there', done.replace('network', 'nowhere'), 'The item "nowhere" is not'],
    ['a second creation', '{"type":"handoff/created"}', 'input:2: '],
  ])('%s is told by its line, with what to do', async (_, line, said) => {
    const {exitCode, stdout, stderr} = await pipe(place, [done, line]);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(said);
    expect(await changes(place, id)).toEqual([]);
  });

  test.concurrent('no change, and a file that is not there, are told', async () => {
    expect(await pipe(place, ['', ''])).toMatchObject({exitCode: 2, stdout: ''});
    const {exitCode, stderr} = await place.run(['apply', 'nowhere.jsonl']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nowhere.jsonl cannot be read');
  });
});
