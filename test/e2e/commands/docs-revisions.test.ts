import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

const runbook = (name: string, as: string) =>
  JSON.stringify({
    type: 'record/added',
    as,
    register: 'runbooks',
    item: 'restart-services',
    fields: {name, commands: 'true', expected: 'ok'},
  });

async function apply(place: Place, ...lines: readonly string[]) {
  const file = await place.write('changes.jsonl', lines.join('\n'));
  const {exitCode, stderr} = await place.run(['apply', file]);
  expect([stderr.replace(/^For .+\n/u, ''), exitCode]).toEqual(['', 0]);
}

async function write(place: Place, ...args: readonly string[]) {
  const {stdout} = await place.run(['docs', '--out', 'set', '--format', 'md', ...args]);
  return stdout.split('\n').filter((line) => line.startsWith('For the '));
}

async function readSet(place: Place, file: string) {
  return readFile(path.join(place.workspace, 'set', file), 'utf8');
}

test.concurrent('docs say which revision each reader gets, and what has changed since the last one', async () => {
  await using place = makePlace();
  const id = await place.start();
  await apply(place, runbook('Restart the pods', 'a'));
  expect(await write(place)).toEqual([
    'For the customer: revision 1, the first.',
    'For the own team: revision 1, the first.',
  ]);
  expect(await readSet(place, 'customer/index.md')).toContain(', revision 1, the first.');
  expect(await readSet(place, 'customer/handoff-document.md')).not.toContain('Changed since');

  await apply(place, '{"type":"item/noted","item":"network","note":"Ask Zeno about the bill"}');
  expect(await write(place)).toEqual([
    'For the customer: revision 1, the first.',
    expect.stringMatching(/^For the own team: revision 2, which replaces revision 1 of /u),
  ]);
  expect(await readSet(place, 'internal/index.md')).toContain(
    '## Changed since revision 1\n\n- **Items** changed: Network\n',
  );

  await apply(place, runbook('Rotate the key', 'b'));
  expect(await write(place)).toEqual([
    expect.stringMatching(/^For the customer: revision 2, which replaces revision 1 of /u),
    expect.stringMatching(/^For the own team: revision 3, which replaces revision 2 of /u),
  ]);
  for (const file of ['customer/handoff-document.md', 'customer/index.md'])
    expect(await readSet(place, file)).toContain(
      '## Changed since revision 1\n\n- **Runbooks** added: Rotate the key\n',
    );
  expect(await readSet(place, 'customer/operations-runbook.md')).toMatch(
    /As of .+, version [0-9a-f]{12}, revision 2, which replaces revision 1 of \d+ \w+ \d{4}\./u,
  );
  expect(await readSet(place, 'customer/handoff-document.md')).not.toMatch(
    /Zeno|Network.+changed/u,
  );

  // Written again with nothing changed it is the same one, and the journal has no more lines.
  const lines = (await place.stored(id)).journal.length;
  expect((await write(place))[0]).toContain('revision 2, which replaces revision 1');
  expect((await place.stored(id)).journal).toHaveLength(lines);
  const status = JSON.parse((await place.run(['status', '--json'])).stdout) as {
    documents: readonly {name: string; revision?: number}[];
  };
  expect(status.documents).toContainEqual(
    expect.objectContaining({name: 'handoff-document', revision: 2}),
  );
  expect((await place.run(['status'])).stdout).toContain(
    'Handoff document: revision 2, written today, current',
  );
});

test.concurrent('the numbers of the own team go on where a set is written for both', async () => {
  await using place = makePlace();
  await place.start();
  await write(place, '--audience', 'internal');
  await apply(place, runbook('Restart the pods', 'a'));
  const lines = await write(place, '--audience', 'internal');
  expect(lines).toEqual([
    expect.stringMatching(/^For the own team: revision 2, which replaces revision 1 of /u),
  ]);
  expect(await write(place)).toEqual([
    'For the customer: revision 1, the first.',
    expect.stringMatching(/^For the own team: revision 2, which replaces revision 1 of /u),
  ]);
});

test.concurrent('a customer is told of no revision that only the own team got', async () => {
  await using place = makePlace();
  await place.start();
  await write(place, '--audience', 'internal');
  await apply(place, runbook('Restart the pods', 'a'));
  expect(await write(place, '--audience', 'customer')).toEqual([
    'For the customer: revision 1, the first.',
  ]);
  expect(await readSet(place, 'customer/index.md')).not.toContain('Changed since');
});

test.concurrent('what became internal is counted for the customer and named for none of them', async () => {
  await using place = makePlace();
  const id = await place.start();
  await apply(place, runbook('Call the vendor of Zeno', 'a'), runbook('Look at the log', 'b'));
  await write(place);
  const row = (await place.stored(id)).handoff.records.find(({fields}) =>
    JSON.stringify(fields).includes('Zeno'),
  );
  await apply(
    place,
    JSON.stringify({
      type: 'record/addressed',
      record: row?.id,
      audience: 'internal',
      reason: 'It names a person',
    }),
    '{"type":"item/noted","item":"network","note":"Call the vendor of Zeno"}',
  );
  expect((await write(place))[0]).toContain('revision 2');
  const index = await readSet(place, 'customer/index.md');
  expect(index).toContain('- **Runbooks** taken away: 1\n');
  for (const file of ['operations-runbook', 'index'])
    expect(await readSet(place, `customer/${file}.md`)).not.toContain('Zeno');
});
