import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';

const severity = (name: string) => ({
  type: 'record/added',
  register: 'severities',
  item: 'severities-and-response-times',
  fields: {
    name,
    meaning: 'Nobody can order',
    response: '30 min',
    channel: 'phone',
    hours: 'always',
  },
});

test('rows of an earlier handoff are offered dim, and are facts once they are taken', async () => {
  await using place = makePlace();
  await place.run(['new', '--customer', 'Apex Banking', '--system', 'Ledger']);
  const file = await place.write(
    'rows.jsonl',
    ['1', '2', '3'].map((name) => JSON.stringify(severity(name))).join('\n'),
  );
  expect(await place.run(['apply', file, '--handoff', 'apex-banking-ledger'])).toMatchObject({
    exitCode: 0,
  });
  const id = await place.start();
  await using wizard = await place.openHere(['resume', id]);
  await wizard.waitFor('Readiness checklist');
  for (const title of [
    'What was deployed',
    'Operational runbooks',
    'Training material',
    'Support model',
  ]) {
    wizard.write(keys.right);
    await wizard.waitFor(new RegExp(`${title} +\\d`, 'u'));
  }
  await wizard.waitFor(/· 1 · as in Apex Banking · Ledger/u);
  const rows = async () => (await place.stored(id)).handoff.records;
  expect(await rows()).toEqual([]);
  wizard.write(keys.down);
  await wizard.waitFor('no fact before it is taken');
  wizard.write(' ');
  await wizard.waitFor(/Taken: the severity "1", as in Apex\s+Banking/u);
  expect(await rows()).toMatchObject([{fields: {name: '1', response: '30 min'}}]);
  wizard.write('u');
  await wizard.waitFor(/· 1 · as in Apex Banking/u);
  expect(await rows()).toEqual([]);
  wizard.write('g');
  await wizard.waitFor(/❯ . Severities and response times/u);
  wizard.write('A');
  await wizard.waitFor('Taken: 3 rows of severities');
  expect(await rows()).toHaveLength(3);
  expect(wizard.screen().join('\n')).not.toContain('as in Apex Banking · Ledger ·');
});
