import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';

const {down, enter} = keys;

const runbook = (fields: Record<string, string>) =>
  JSON.stringify({
    type: 'record/added',
    register: 'runbooks',
    item: 'check-health',
    fields: {name: 'Probe the API', effect: 'safe', author: 'Jordan Ruiz', ...fields},
  });

test('a runbook that looks is a check by one key: its command is typed once, and its pass proves the item', async () => {
  await using place = makePlace();
  await place.start();
  const commands = 'echo api active\necho db   active';
  await place.write(
    'row.jsonl',
    runbook({commands, expected: 'pi active\n/db +active/\ndb   active'}),
  );
  await place.run(['apply', 'row.jsonl']);
  {
    await using wizard = await place.openHere(['resume']);
    await wizard.waitFor('❯ ○ Validate every');
    wizard.write('/');
    await wizard.waitFor('Find');
    wizard.write('Probe');
    await wizard.waitFor('Find: Probe');
    wizard.write(enter);
    await wizard.waitFor(/❯ +◐ Probe the API/u);
    wizard.write('C');
    await wizard.waitFor('Write this check:');
    wizard.write(`yes${enter}`);
    await wizard.waitFor('has to be trusted before it runs');
    // Twice it is not written.
    wizard.write(`Cyes${enter}`);
    await wizard.waitFor('The check was in handoff.yaml already.');
  }
  const text = await readFile(path.join(place.workspace, 'handoff.yaml'), 'utf8');
  expect(text).toContain('# Found in the runbook "Probe the API"');
  await place.run(['trust', '--yes']);
  const checked = await place.run(['check']);
  expect(checked).toMatchObject({exitCode: 0});
  const gate = await place.run(['gate', 'session']);
  expect(gate.stdout).not.toContain('"Check health" has not been proven');
  expect(gate.stdout).toContain('"View logs" has not been proven');
});

test('what changes, and what does not say what to expect, is no check', async () => {
  await using place = makePlace();
  await place.start();
  await place.write(
    'rows.jsonl',
    [
      runbook({commands: 'true'}),
      runbook({name: 'Restart it', effect: 'changes', commands: 'true', expected: 'ok'}),
    ].join('\n'),
  );
  await place.run(['apply', 'rows.jsonl']);
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`Probe${enter}`);
  await wizard.waitFor(/❯ +◐ Probe the API/u);
  wizard.write('C');
  await wizard.waitFor('It does not say what to expect.');
  wizard.write(down);
  await wizard.waitFor(/❯ +◐ Restart it/u);
  wizard.write('C');
  await wizard.waitFor('Only a runbook that looks and changes nothing');
  expect(await place.files(place.workspace)).not.toContain('handoff.yaml');
});
