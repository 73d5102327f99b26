import {existsSync} from 'node:fs';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makePlace, program, type Place} from '../place.ts';
import {wordsOf} from './change-calls.ts';

let place: Place;
let id: string;
let before: number;

beforeAll(async () => {
  place = makePlace();
  id = await place.startWithoutGates();
  for (const line of [
    'row add components "name=Orders API"',
    'row add components "name=Orders database"',
    'session start',
    'session ask "Who rotates the log?"',
    'session ask "Who pays for the log?"',
  ])
    await place.run(wordsOf(line));
  before = (await place.stored(id)).journal.length;
});
afterAll(() => place[Symbol.asyncDispose]());

test('what the mistakes are made in is there', () => {
  expect(before).toBe(7);
});

describe('what cannot be read or may not be', () => {
  test.concurrent.each([
    ['a verb almost right', 'session strat', /Did you mean start\?/u],
    ['a noun almost right', 'sesion start', /Did you mean session\?/u],
    ['an option almost right', 'item set network --ownr Lee', /Did you mean --owner\?/u],
    ['an option without its value', 'item set network --owner', /argument missing/u],
    ['nothing to set', 'item set network', /Nothing is said to be changed[^]*--owner, --due/u],
    ['half a waiver', 'waive session plan --reason "They plan it"', /--approver <name>/u],
    ['half a sign-off', 'sign "Mina Okafor"', /missing required argument 'decision'/iu],
    ['a word that is none', 'sign Mina maybe', /accepted-with-conditions, declined/u],
    [
      'a row that several could be',
      'row set orders version=1',
      /more than one row:[^]*Orders API {2}<[^]*Orders database/u,
    ],
    ['a row almost right', 'row set "Orders APL" version=1', /Did you mean "Orders API"/u],
    ['a field almost right', 'row set "Orders API" versoin=1', /Did you mean "version"/u],
    ['a field without a value', 'row set "Orders API" version', /Write it as NAME=VALUE/u],
    ['a field said twice', 'row set "Orders API" version=1 version=2', /said twice/u],
    ['a table almost right', 'row list componets', /Did you mean "components"/u],
    ['a row that says nothing', 'row add components', /A row that says nothing is none/u],
    ['a day that is none', 'open-point set rotates --due someday', /"someday" is no day/u],
    ['a day that is not', 'item set network --due 2026-02-30', /2026-02-30/u],
    [
      'a question that several could be',
      'session answer log x',
      /more than one note[^]*rotates[^]*pays/u,
    ],
    ['a point that is not', 'open-point close nowhere x', /There is no open point "nowhere"/u],
    ['a block that is not', 'session block lunch', /There is no block of the agenda "lunch"/u],
    ['minutes that are none', 'session move many --from reserve', /Only whole minutes/u],
    ['a time that is none', 'session break noon later', /"noon" is no time/u],
    ['a plan in the past', 'session plan "2020-01-01 10:00"', /is past/u],
    ['a result before the task', 'demonstration end unaided', /No task is being performed/u],
    ['a result with no remark', 'demonstration end prompted', /No task is being performed/u],
    ['a runbook that is not', 'runbook run nowhere --yes', /There is no runbook "nowhere"/u],
    ['nothing to put back', 'redo', /There is nothing to put back/u],
  ])('%s: exit 2, one advice, nothing written', async (_, line, said) => {
    const {exitCode, stdout, stderr} = await place.run(wordsOf(line));
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toMatch(said);
    expect((await place.stored(id)).journal).toHaveLength(before);
  });

  test.concurrent.each([
    ['a number for a text', '{"type":"item/noted","item":"network","note":7}', /"note"/u],
    [
      'a text for minutes',
      '{"type":"session/time-moved","from":"overview","to":"questions","minutes":"5"}',
      /"minutes"/u,
    ],
    ['a list for a day', '{"type":"item/scheduled","item":"network","due":["fri"]}', /"due"/u],
    ['half a line', '{"type":"item/noted","item":', /This is no JSON/u],
    ['a field that there is not', '{"type":"session/paused","until":"14:00"}', /"until"/u],
  ])('apply with %s names the line, and writes nothing', async (_, wrong, said) => {
    const good = '{"type":"item/noted","item":"network","note":"Ask Lee"}';
    const file = await place.write(
      `wrong-${String(said).replaceAll(/\W/gu, '')}.jsonl`,
      `${good}\n${wrong}\n${good}\n`,
    );
    const {exitCode, stdout, stderr} = await place.run(['apply', file]);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(`${file}:2: `);
    expect(stderr).toMatch(said);
    expect((await place.stored(id)).journal).toHaveLength(before);
  });
});

test('several processes apply at once: each has all of its lines, or none and says so', async () => {
  await using crowd = makePlace();
  const handoff = await crowd.startWithoutGates();
  const writers = ['a', 'b', 'c', 'd'];
  const lines = 5;
  for (const writer of writers) {
    const notes = Array.from({length: lines}, (_, at) =>
      JSON.stringify({type: 'item/noted', item: 'network', note: `${writer}${at}`}),
    );
    await crowd.write(`${writer}.jsonl`, `${notes.join('\n')}\n`);
  }
  const ended = await Promise.all(
    writers.map((writer) => crowd.runAlone(['apply', `${writer}.jsonl`])),
  );
  const {journal} = await crowd.stored(handoff);
  const notes = journal.flatMap((action) => (action.type === 'item/noted' ? [action.note] : []));
  for (const [at, writer] of writers.entries()) {
    const wanted = Array.from({length: lines}, (_, index) => `${writer}${index}`);
    const found = notes.filter((note) => note.startsWith(writer));
    expect(found).toEqual(ended[at]?.exitCode === 0 ? wanted : []);
  }
  expect(ended.map(({exitCode}) => exitCode)).toContain(0);
});

const canBeFull = existsSync('/dev/full');

describe.skipIf(!canBeFull)('standard output', () => {
  const shell = (line: string) =>
    execa('bash', ['-c', line, 'bash', process.execPath, program], {
      cwd: place.workspace,
      env: place.env,
      extendEnv: false,
      reject: false,
    });

  test('that cannot be written whole is exit 1, which is said', async () => {
    const {exitCode, stderr} = await shell('"$1" "$2" status --json > /dev/full');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Standard output could not be written whole: .*space/iu);
  });

  test('whose reader goes away is no error', async () => {
    const {stdout, stderr} = await shell('"$1" "$2" status | head -1; echo "${PIPESTATUS[0]}"');
    expect(stdout).toMatch(/Apex Banking[^]*\n0$/u);
    expect(stderr).toBe('');
  });
});
