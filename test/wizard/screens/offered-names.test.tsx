import {expect, test} from 'vitest';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {makeSessionPlace, type Past} from './session-place.tsx';

const item = 'risks-and-issues';

function risk(name: string, owner: string): Past {
  const fields = {name, severity: '3', state: 'open', owner};
  return [80, {type: 'record/added', register: 'risks', item, fields}];
}

test('a field for a person completes the names that are known, and takes what is typed as it is', async () => {
  await using place = await makeSessionPlace([
    risk('Queue fills', 'Mina Okafor'),
    risk('Disk fills', 'Miro Sanz'),
  ]);
  await using screen = await place.open('risks-and-known-issues');
  const owners = () =>
    readSnapshot(place.home, place.id).handoff.records.map(({fields}) => fields['owner']);
  await screen.waitFor('Queue fills');
  await screen.press('a');
  await screen.waitFor('Add a risk');
  await screen.press('Cache is cold', keys.tab, keys.tab, keys.tab);
  await screen.waitFor(/❯ Owner[^]*Known: [^\n]*Mina Okafor, Miro Sanz/);
  await screen.press('mi');
  await screen.waitFor(/→ takes Mina Okafor, Miro Sanz/);
  await screen.press('r', keys.right, ctrl('s'));
  await screen.waitFor('Added the risk');
  expect(owners()).toEqual(['Mina Okafor', 'Miro Sanz', 'Miro Sanz']);
});
