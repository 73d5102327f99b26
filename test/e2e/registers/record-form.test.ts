import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';
import {goToItem, storedFields} from './steps.ts';

test.concurrent('a row is added, its gaps are told, it is changed, removed and brought back', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Architecture overview');
  wizard.write(keys.enter);
  await wizard.waitFor(/Add a component[^]*❯ Component[^]*Version +needed/);
  wizard.write(`Orders service${keys.enter}2.4.1${ctrl('s')}`);
  await wizard.waitFor(/✔ Architecture overview[^]*❯ +◐ Orders service · 1 field missing/);
  await wizard.waitFor('Still missing: runs on.');
  wizard.write(keys.enter);
  await wizard.waitFor(/Component: Orders service[^]*2\.4\.1/);
  await wizard.waitFor('❯ Runs on');
  wizard.write(`shop-1${ctrl('s')}`);
  await wizard.waitFor(/❯ +· Orders service · 2\.4\.1/);
  expect(await storedFields(place, id)).toEqual([
    {name: 'Orders service', version: '2.4.1'},
    {place: 'shop-1'},
  ]);
  wizard.write('D');
  await wizard.waitFor('Remove "Orders service"');
  wizard.write(`no${keys.enter}`);
  await wizard.waitFor('Type yes, or leave with Esc.');
  wizard.write(`${ctrl('u')}yes${keys.enter}`);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write('u');
  await wizard.waitFor(/✔ Architecture overview[^]*Orders service/);
});

test.concurrent('mistakes are said at their field, with what is allowed, and nothing typed goes', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Escalation contacts');
  wizard.write(keys.enter);
  await wizard.waitFor('❯ Name');
  wizard.write(`${keys.tab}severity 1${ctrl('s')}`);
  await wizard.waitFor(/❯ Name[^]*The contact needs this/);
  wizard.write(`Lee Novak${keys.tab}${keys.tab}${keys.tab}${keys.tab}${keys.tab}`);
  await wizard.waitFor('❯ Tested on');
  wizard.write(`03/04/2026${keys.enter}`);
  await wizard.waitFor(/❯ Tested on +03\/04\/2026\n +"03\/04\/2026" may be 3 April 2026/);
  wizard.write(`${ctrl('u')}+3${keys.enter}`);
  await wizard.waitFor(/❯ Tested on +\+3\n[^\n]*is still to come\. Today is/);
  wizard.write(`${ctrl('u')}-3`);
  await wizard.waitFor(/❯ Tested on +-3\n +\w{3} \d+ \w+ \d{4}, 3 days ago/);
  wizard.write(keys.enter);
  await wizard.waitFor(/❯ +◐ Lee Novak/);
  const [fields] = await storedFields(place, id);
  expect(fields).toMatchObject({name: 'Lee Novak', level: 'severity 1'});
  expect(fields?.['tested']).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.concurrent('the engineer is refused as an approver, and a past end of the transition as well', async () => {
  await using place = makePlace();
  const id = await place.start();
  const {journal} = await place.stored(id);
  const engineer = journal[0]?.actor ?? '';
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Approvers');
  wizard.write(`${keys.enter}${engineer.toUpperCase()}${ctrl('s')}`);
  await wizard.waitFor(/❯ Name[^]*hands the system over and cannot approve it/);
  wizard.write(ctrl('g'));
  await wizard.waitFor('❯ ○ Approvers');
  await goToItem(wizard, 'Transition period');
  wizard.write(`${keys.enter}Jo${keys.tab}Sam${keys.tab}2020-01-01${keys.enter}`);
  await wizard.waitFor(/❯ Ends on +2020-01-01\n +2020-01-01 is in the past\./);
  expect(await storedFields(place, id)).toEqual([]);
});

test.concurrent('a field that does not apply asks for its reason, and both texts survive a change of mind', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Check health');
  wizard.write(`${keys.enter}Health${keys.tab}alert${keys.tab}s`);
  await wizard.waitFor(/❯ Effect +✔ safe {2}○ changes/);
  wizard.write(keys.tab.repeat(3));
  await wizard.waitFor('❯ Commands');
  wizard.write(`curl -s a${keys.enter}curl -s b${keys.up}${keys.up}`);
  await wizard.waitFor(/❯ Steps[^]*Commands +curl -s a \(1 more line\)/);
  wizard.write(`${keys.tab}${ctrl('n')}`);
  await wizard.waitFor(/❯ Commands +not applicable:/);
  wizard.write(`too short${keys.enter}`);
  await wizard.waitFor('The reason needs at least 15 characters; it has 9.');
  wizard.write(ctrl('n'));
  await wizard.waitFor(/❯ Commands +curl -s a/);
  wizard.write(ctrl('n'));
  await wizard.waitFor(/❯ Commands +not applicable: too short/);
  wizard.write(` for a night shift${ctrl('s')}`);
  await wizard.waitFor(/❯ +◐ Health · never run/);
  expect(await storedFields(place, id)).toEqual([
    {
      name: 'Health',
      author: 'Jordan Ruiz',
      purpose: 'health',
      trigger: 'alert',
      effect: 'safe',
      commands: {notApplicable: 'too short for a night shift'},
    },
  ]);
});

test.concurrent('what was typed is back after kill -9 and after Esc, and goes with Ctrl+G, which u takes back', async () => {
  await using place = makePlace();
  const id = await place.start();
  {
    await using wizard = place.open(['resume']);
    await goToItem(wizard, 'Check health');
    wizard.write(`${keys.enter}Restart${keys.tab}alert${keys.tab.repeat(4)}echo one`);
    await wizard.waitFor(/Kept as a draft[^]*❯ Commands +echo one/);
    wizard.kill('SIGKILL');
    await wizard.exited;
  }
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Check health');
  wizard.write(keys.enter);
  await wizard.waitFor(/is back[^]*Restart[^]*alert[^]*echo one/);
  wizard.write(keys.escape);
  await wizard.waitFor('kept as a draft');
  wizard.write('a');
  await wizard.waitFor(/is back[^]*Restart/);
  wizard.write(ctrl('g'));
  await wizard.waitFor('What was typed is gone. u brings it back.');
  wizard.write('u');
  await wizard.waitFor('What was typed is back');
  wizard.write('a');
  await wizard.waitFor(/is back[^]*Restart[^]*alert[^]*echo one/);
  wizard.write(ctrl('g'));
  await wizard.waitFor('What was typed is gone.');
  wizard.write('a');
  await wizard.waitFor(/Add a runbook[^]*Trigger +needed/);
  expect(await storedFields(place, id)).toEqual([]);
});

test.concurrent('what somebody else changes in the row meanwhile stays, and a row they removed comes back', async () => {
  await using place = makePlace();
  const id = await place.start();
  const other = (changes: readonly Change[]) =>
    appendChanges({home: place.home, id, actor: 'Sam Ito', decide: () => changes});
  const {snapshot} = await other([
    {
      type: 'record/added',
      register: 'flows',
      item: 'network',
      fields: {from: 'Tills', to: 'API', port: '80'},
    },
  ]);
  const record = snapshot.handoff.records[0]?.id ?? '';
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Network');
  wizard.write(`${keys.down}${keys.enter}${keys.tab} v2`);
  await wizard.waitFor('❯ To                API v2');
  await other([{type: 'record/changed', record, fields: {port: '443'}}]);
  wizard.write(ctrl('s'));
  await wizard.waitFor(/❯ +· Tills · API v2 · 443/);
  wizard.write(`${keys.enter}${keys.tab}!`);
  await wizard.waitFor('API v2!');
  await other([{type: 'record/removed', record}]);
  wizard.write(ctrl('s'));
  await wizard.waitFor(/❯ +· Tills · API v2! · 443/);
  expect((await storedFields(place, id)).at(-1)).toEqual({
    from: 'Tills',
    to: 'API v2!',
    port: '443',
  });
});

test.concurrent('a secret in a field is left out of the draft and of the journal, and it is said', async () => {
  await using place = makePlace();
  const id = await place.start();
  const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
  await using wizard = await place.openHere(['resume']);
  await goToItem(wizard, 'Configuration');
  wizard.write(`${keys.enter}token${keys.tab}${secret}`);
  await wizard.waitFor('Kept as a draft');
  wizard.write(ctrl('s'));
  await wizard.waitFor('was left out');
  expect(JSON.stringify(await storedFields(place, id))).not.toContain(secret);
});
