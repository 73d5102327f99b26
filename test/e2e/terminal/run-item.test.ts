import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';

test('a command of an item runs in a terminal once it was seen, and its output stays as evidence', async () => {
  await using place = makePlace();
  await place.write(
    'team.md',
    '# A\n\n## Preparation\n\n- [ ] Pods run\n\n  ```sh\n  touch ran\n  echo "pod one"\n  ```\n',
  );
  await place.run(['new', '--customer', 'Apex', '--system', 'Pay', '--playbook', 'team.md']);
  await using wizard = place.open(['resume']);
  await wizard.waitFor(/❯ +○ Pods run/);
  wizard.write(`r${keys.enter}`);
  await wizard.waitFor(/touch ran[^]*echo "pod one"[^]*❯ It changes the system/);
  wizard.write(keys.enter);
  await wizard.waitFor(/Run exactly this:[^]*Type yes/);
  expect(existsSync(path.join(place.workspace, 'ran'))).toBe(false);
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor(/Exit code 0[^]*pod one[^]*keep as evidence/);
  wizard.write(keys.enter);
  await wizard.waitFor(/○ Pods run · ran today \d\d:\d\d[^]*Kept as evidence/);
  const {handoff} = await place.stored('apex-pay');
  expect(itemState(handoff, 'pods-run')).toMatchObject({
    status: 'open',
    runs: [{isChanging: true, isMet: true, folder: place.workspace}],
  });
});
