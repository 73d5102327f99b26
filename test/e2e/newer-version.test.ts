import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import type {Action} from '../../source/handoff/changes/catalogue.ts';
import {formatLine} from '../../source/store/journal/journal-line.ts';
import {readSnapshot} from '../../source/store/snapshot.ts';
import {makePlace} from './place.ts';

test.concurrent('what a newer version has written is kept byte for byte, and the handoff can only be read', async () => {
  await using place = makePlace();
  const id = await place.start();
  await place.run(['item', 'network', 'done']);
  const file = await place.journalFile(id);
  const {journal, heads} = readSnapshot(place.home, id);
  const [last] = journal.slice(-1);
  const visit = {
    v: 99,
    id: 'visit',
    at: '2099-01-01T09:00:00.000Z',
    actor: 'Ana',
    order: (last?.order ?? 0) + 1,
    type: 'visit/logged',
    visitor: 'Mina',
  } as unknown as Action;
  appendFileSync(file, `\n${formatLine(visit, heads).text}\n`);
  const bytes = readFileSync(file, 'utf8');

  const status = await place.run(['status', '--json']);
  expect(status.exitCode).toBe(0);
  expect(JSON.parse(status.stdout)).toMatchObject({journal: {needsVersion: 99, problems: []}});
  expect((await place.run(['status'])).stdout).toMatch(/can only be read here.*version 99/);
  expect((await place.run(['list'])).stdout).toContain(id);

  const refused = await place.run(['item', 'access', 'done']);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toMatch(
    /^Not saved\. .*can only be read here.*version 99.*\nInstall the newer version/m,
  );

  const docs = await place.run(['docs', '--out', 'documents']);
  expect(docs.exitCode).toBe(0);
  expect(docs.stdout).toMatch(/^Written: .*handoff-document\.md$/m);
  expect(docs.stdout).toMatch(/^The documents are written, but the handoff does not record it\. /m);

  await using wizard = place.open(['resume'], {cols: 120, rows: 40});
  await wizard.waitFor(/can only be read here/);
  wizard.write(' ');
  await wizard.waitFor(/Not saved\. A newer handoff-wizard has written/);
  wizard.write('\u0003');
  expect(await wizard.exited).toMatchObject({exitCode: 2});
  expect(wizard.screen().join('\n')).not.toContain('Everything is saved');
  expect(readFileSync(file, 'utf8')).toBe(bytes);
});

test.concurrent('a line that was changed is told with its number, and in nobody’s way', async () => {
  await using place = makePlace();
  const id = await place.start();
  await place.run(['item', 'network', 'done', '--note', 'a note on the network']);
  const file = await place.journalFile(id);
  const text = readFileSync(file, 'utf8').replace('a note on the network', 'A note on the network');
  writeFileSync(file, text);
  const line = text.slice(0, text.indexOf('A note on the network')).split('\n').length;

  const status = await place.run(['status']);
  expect(status.stdout).toContain(`${file}:${line}: the line was changed since it was written`);
  await using wizard = await place.openHere(['resume'], {cols: 140, rows: 40});
  await wizard.waitFor(/was changed since it was/);
  expect((await place.run(['item', 'access', 'done'])).exitCode).toBe(0);
  expect(readFileSync(file, 'utf8').startsWith(text)).toBe(true);
});

test.concurrent('a journal that was cut short since it was last open is told', async () => {
  await using place = makePlace();
  const id = await place.start();
  await place.run(['item', 'network', 'done']);
  await place.run(['item', 'access', 'done']);
  const file = await place.journalFile(id);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.slice(0, text.trimEnd().lastIndexOf('\n')));
  const short = await place.run(['status', '--json']);
  expect(JSON.parse(short.stdout)).toMatchObject({journal: {isShortened: true, problems: []}});
  // Also once the list has seen it, and until the line is back.
  await place.run(['list']);
  expect((await place.run(['status'])).stdout).toContain('ends before lines that were there');
  writeFileSync(file, text);
  const whole = await place.run(['status', '--json']);
  expect(JSON.parse(whole.stdout)).toMatchObject({journal: {isShortened: false}});
});
