import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {addDays} from '../../../source/handoff/time/schedule.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {builtInPlaybook, playbookWithoutGates} from '../../fixtures/built-in-playbook.ts';
import {engineer, makePlace, type Place} from '../place.ts';

const day = (days: number) => addDays(new Date().toISOString().slice(0, 10), days);

async function begin(
  {home, workspace}: Pick<Place, 'home' | 'workspace'>,
  [customer, system]: readonly [string, string],
  changes: readonly Change[] = [],
  playbook = builtInPlaybook,
): Promise<string> {
  const fields = {customer, system, workspace, timeZone: 'UTC'};
  const named = {playbook, playbookSource: 'built-in'};
  const id = await createHandoff(home, engineer, {...fields, ...named});
  if (changes.length > 0) await appendChanges({home, id, actor: engineer, decide: () => changes});
  return id;
}

interface Printed {
  readonly handoffs: readonly {
    readonly handoff: string;
    readonly state: string;
    readonly overdue: readonly {readonly text: string}[];
    readonly gate: {readonly state: string; readonly missing: readonly object[]} | null;
    readonly waiversEnding: readonly {readonly expires: string}[];
  }[];
  readonly phases: readonly {
    readonly phase: string;
    readonly count: number;
    readonly isFew: boolean;
  }[];
  readonly shutBy: readonly {readonly mistake: string; readonly handoffs: number}[];
  readonly broken: readonly {readonly message: string}[];
}

async function printed(place: Place, ...args: readonly string[]) {
  const {stdout, exitCode} = await place.run(['report', '--json', ...args]);
  return {exitCode, ...(JSON.parse(stdout) as Printed)};
}

const late: Change = {type: 'item/scheduled', item: 'check-health', due: day(-2)};
const waived: Change = {
  type: 'gate/waived',
  gate: 'session',
  requirement: 'plan',
  text: 'No session is planned.',
  reason: 'The customer plans it on their own side',
  approver: 'Mina Okafor',
  expires: day(5),
};

test.concurrent('what needs somebody comes first, with why its gate is shut and which waiver ends', async () => {
  await using place = makePlace();
  await begin(place, ['Apex', 'Pay'], [waived]);
  await begin(place, ['Bolt', 'Pay'], [late]);
  await begin(
    place,
    ['Core', 'Pay'],
    [{type: 'session/started'}, {type: 'session/ended'}],
    playbookWithoutGates,
  );
  const {exitCode, handoffs, phases, shutBy} = await printed(place);
  expect(exitCode).toBe(0);
  expect(handoffs.map(({handoff, state}) => [handoff, state])).toEqual([
    ['bolt-pay', 'overdue'],
    expect.arrayContaining(['in time']),
    expect.arrayContaining(['in time']),
  ]);
  expect(handoffs[0]?.overdue).toMatchObject([{text: 'Check health'}]);
  const apex = handoffs.find(({handoff}) => handoff === 'apex-pay');
  expect(apex).toMatchObject({gate: {state: 'shut'}, waiversEnding: [{expires: day(5)}]});
  expect(
    (await printed(place, '--days', '3')).handoffs.flatMap((one) => one.waiversEnding),
  ).toEqual([]);
  expect(handoffs.find(({handoff}) => handoff === 'core-pay')).toMatchObject({gate: null});
  expect(phases).toMatchObject([
    {phase: 'preparation', count: 1, isFew: true},
    {phase: 'session', count: 1, isFew: true},
    {phase: 'afterwards', count: 0, isFew: true},
  ]);
  // Missing in one, waived in the other.
  expect(shutBy.find(({mistake}) => mistake === 'rushed')).toMatchObject({handoffs: 2});

  const {stdout} = await place.run(['report']);
  expect(stdout).toMatch(/^3 handoffs: 1 overdue, 2 with a shut gate, 1 with a waiver that ends/u);
  expect(stdout).toContain('1 overdue: Check health, since');
  expect(stdout).toContain('too few to plan by');
  expect(stdout).toContain('none has come through it yet');
});

/** The fields of CSV, as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

test.concurrent('names of customers are no formulas in a spreadsheet and no markup on the page', async () => {
  await using place = makePlace();
  const hostile = ['=HYPERLINK("https://evil.example","x")', '<script>alert(1)</script>'] as const;
  await begin(place, hostile, [late]);
  await begin(place, ['-2+3, "quoted"', '@SUM(A1)']);
  const {stdout} = await place.run(['report', '--csv']);
  expect(stdout.endsWith('\r\n')).toBe(true);
  const [heads = [], ...rows] = readCsv(stdout);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toHaveLength(heads.length);
  const column = (name: string) => rows.map((row) => row[heads.indexOf(name)]);
  expect(column('customer')).toEqual([`'${hostile[0]}`, `'-2+3, "quoted"`]);
  expect(column('system')).toEqual([hostile[1], "'@SUM(A1)"]);
  expect(column('overdue')).toEqual(['1', '0']);

  const file = path.join(place.workspace, 'report.html');
  expect(await place.run(['report', '--html', file])).toMatchObject({exitCode: 0});
  const page = await readFile(file, 'utf8');
  expect(page).toContain('<h1>Where the handoffs stand</h1>');
  // In a quoted value it is text.
  expect(page.replaceAll(/="[^"]*"/gu, '')).not.toContain('<script>alert');
  expect(page).not.toMatch(/\ssrc="(?:https?:)?\/\//u);
  expect(page).toContain('data-label="Overdue"');
  // What stands nowhere has no column, and what is narrow enough stays a table on paper.
  expect(page).not.toContain('data-label="Drift"');
  expect(page).not.toContain('class="table cards many');
  expect((await place.run(['report', '--html', 'no/such/report.html'])).exitCode).toBe(2);
});

test.concurrent('what is shared in a repository is told without being taken in, and what is broken is told beside it', async () => {
  await using place = makePlace();
  await using colleague = makePlace();
  await begin(place, ['Apex', 'Pay']);
  const theirs = await begin(colleague, ['Bolt', 'Pay'], [late]);
  const folder = path.join(place.workspace, 'team');
  const shared = path.join(folder, '.handoff');
  await cp(path.join(colleague.home, 'handoffs', theirs), path.join(shared, theirs), {
    recursive: true,
  });
  const twice = await printed(place, '--folder', folder, '--folder', path.join(folder, '.handoff'));
  expect(twice.handoffs.map(({handoff}) => handoff)).toEqual(['bolt-pay', 'apex-pay']);
  expect(twice.exitCode).toBe(0);
  expect((await place.run(['list'])).stdout).not.toContain('bolt-pay');

  // More was written there since: it is read anew.
  await appendChanges({
    home: colleague.home,
    id: theirs,
    actor: engineer,
    decide: () => [{type: 'item/settled', item: 'check-health', status: 'done'}],
  });
  await cp(path.join(colleague.home, 'handoffs', theirs), path.join(shared, theirs), {
    recursive: true,
    force: true,
  });
  const after = await printed(place, '--folder', folder);
  expect(after.handoffs.find(({handoff}) => handoff === theirs)?.overdue).toEqual([]);

  const broken = path.join(shared, 'torn');
  await mkdir(broken);
  await writeFile(path.join(broken, 'desk-1a2b3c4d5e6f.jsonl'), 'no journal\n');
  const missing = path.join(place.workspace, 'nowhere');
  await mkdir(missing);
  await mkdir(path.join(missing, '.git'));
  const found = await printed(place, '--folder', folder, '--folder', missing);
  expect(found.exitCode).toBe(2);
  expect(found.handoffs).toHaveLength(2);
  expect(found.broken.map(({message}) => message)).toEqual([
    expect.stringContaining('torn cannot be read'),
    expect.stringContaining('No handoff is shared in'),
  ]);
  const csv = await place.run(['report', '--csv', '--folder', missing]);
  expect(csv.exitCode).toBe(2);
  expect(csv.stderr).toContain('No handoff is shared in');
  expect(csv.stdout).toContain('apex-pay');
});

test.concurrent('a gate is looked at again once a day has passed, and without a progress or an outlook', async () => {
  await using place = makePlace();
  const id = await begin(place, ['Apex', 'Pay'], [waived]);
  const first = await printed(place);
  const kept = path.join(place.home, 'outlook', `${id}.json`);
  expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({
    outlook: {until: `${day(1)}T00:00:00.000Z`},
  });
  await writeFile(kept, 'torn');
  await writeFile(path.join(place.home, 'progress', `${id}.json`), 'torn');
  expect(await printed(place)).toMatchObject({handoffs: first.handoffs});
  expect((await place.run(['report', '--days', 'x'])).exitCode).toBe(2);
});

test.concurrent('without a handoff it says how to begin', async () => {
  await using place = makePlace();
  const {exitCode, stdout} = await place.run(['report']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('No handoffs yet.');
});
