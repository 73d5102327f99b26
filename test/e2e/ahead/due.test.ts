import {appendFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import ICAL from 'ical.js';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {addDays} from '../../../source/handoff/time/schedule.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {engineer, makePlace, type Place} from '../place.ts';

const today = new Date().toISOString().slice(0, 10);
const day = (days: number) => addDays(today, days);

interface Printed {
  readonly dates: readonly {readonly text: string; readonly isOverdue: boolean}[];
  readonly broken: readonly {readonly file: string}[];
}

async function printed(place: Place, ...args: readonly string[]) {
  const {stdout, exitCode} = await place.run(['due', '--json', ...args]);
  const {dates, broken} = JSON.parse(stdout) as Printed;
  return {exitCode, broken, dates, texts: dates.map(({text}) => text)};
}

async function start(place: Place, ...changes: readonly Change[]): Promise<string> {
  const id = await place.startWithoutGates();
  await append(place, id, ...changes);
  return id;
}

async function append(place: Place, id: string, ...changes: readonly Change[]): Promise<void> {
  await appendChanges({home: place.home, id, actor: engineer, decide: () => changes});
}

const certificate = (expires: string): Change => ({
  type: 'record/added',
  register: 'flows',
  item: 'network',
  fields: {from: 'Tills', to: 'pay.example.com', certificate: expires},
});

const scheduled = (item: string, due: string): Change => ({type: 'item/scheduled', item, due});

test.concurrent('nothing is due without a handoff, and nothing is said in a prompt', async () => {
  await using place = makePlace();
  expect(await place.run(['due'])).toMatchObject({
    exitCode: 0,
    stdout: 'Nothing is overdue, and nothing is due in 7 days.\n',
  });
  expect(await place.run(['due', '--short'])).toMatchObject({exitCode: 0, stdout: ''});
});

test.concurrent('what has a day is told within the days asked for, and what is late by the exit code', async () => {
  await using place = makePlace();
  const id = await start(
    place,
    certificate(day(3)),
    scheduled('dependencies-and-integrations', day(20)),
    scheduled('check-health', today),
  );
  expect(await printed(place)).toMatchObject({
    exitCode: 0,
    texts: ['Check health', 'Certificate expires: pay.example.com'],
  });
  expect((await printed(place, '--days', '0')).texts).toEqual(['Check health']);
  expect((await printed(place, '--days', '20')).texts).toContain('Dependencies and integrations');

  await append(place, id, scheduled('check-health', day(-2)), certificate(day(-1)));
  const late = await printed(place);
  expect(late.exitCode).toBe(3);
  expect(late.dates.filter(({isOverdue}) => isOverdue).map(({text}) => text)).toEqual([
    'Check health',
    'Certificate expires: pay.example.com',
  ]);
  const short = await place.run(['due', '--short']);
  expect(short).toMatchObject({exitCode: 3, stdout: '2 overdue, 1 due in 7 days\n'});
  const told = (await place.run(['due'])).stdout;
  expect(told).toMatch(/^Overdue since\n.* Check health\n +Apex Banking · Payments API · apex/u);

  // What is done is due no more.
  await append(place, id, {type: 'item/settled', item: 'check-health', status: 'done'});
  expect((await printed(place)).texts).not.toContain('Check health');
  expect(await place.run(['due', '--days', 'soon'])).toMatchObject({exitCode: 2});
});

test.concurrent('a calendar has the dates of the handoffs under the ids of their own calendars', async () => {
  await using place = makePlace();
  await start(place, certificate(day(3)), scheduled('check-health', day(2)));
  const own = path.join(place.workspace, 'documents');
  await place.run(['docs', '--format', 'md', '--audience', 'internal', '--out', own]);
  const uids = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as string)
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('uid')));
  const whole = uids(await readFile(path.join(own, 'internal', 'handoff.ics'), 'utf8'));
  const {stdout} = await place.run(['due', '--ics', '-']);
  expect(uids(stdout)).toHaveLength(2);
  for (const uid of uids(stdout)) expect(whole).toContain(uid);
  const written = await place.run(['due', '--ics', 'due.ics', '--days', '2']);
  expect(written.exitCode).toBe(0);
  expect(uids(await readFile(path.join(place.workspace, 'due.ics'), 'utf8'))).toHaveLength(1);
  const nowhere = await place.run(['due', '--ics', 'missing/due.ics']);
  expect(nowhere.exitCode).toBe(2);
});

test.concurrent('a broken handoff is told beside the others, and what was kept is never believed once it was changed', async () => {
  await using place = makePlace();
  const id = await start(place, certificate(day(3)));
  expect((await printed(place)).texts).toHaveLength(1);
  const kept = path.join(place.home, 'outlook', `${id}.json`);
  await writeFile(kept, (await readFile(kept, 'utf8')).replace(day(3), day(5)));
  expect(JSON.stringify((await printed(place)).dates)).toContain(day(3));
  // A progress that is gone costs nothing here, nor does an outlook.
  await writeFile(kept, '');
  expect((await printed(place)).texts).toHaveLength(1);

  const broken = path.join(place.home, 'handoffs', 'broken');
  await mkdir(broken);
  await appendFile(path.join(broken, 'desk-1a2b3c4d5e6f.jsonl'), '{"v":6}\n');
  const found = await printed(place);
  expect(found.exitCode).toBe(2);
  expect(found.texts).toHaveLength(1);
  expect(found.broken).toHaveLength(1);
  expect(await place.run(['due', '--short'])).toMatchObject({
    exitCode: 2,
    stdout: '1 due in 7 days, 1 unreadable\n',
  });
});
