import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const address = `https://docs.example.com/${'a-long-way/'.repeat(9)}end`;

test.concurrent('an address is words on the screen, and leads there where the terminal opens it', async () => {
  await using place = makePlace();
  const file = path.join(place.workspace, 'list.md');
  writeFileSync(
    file,
    `# List\n\n## Part\n\nBefore: [a guide](${address}), [here](../near.md).\n\n- [ ] Read [the guide][g]\n\n[g]: https://g.example.com\n`,
  );
  await place.run(['new', '--customer', 'A', '--system', 'B', '--playbook', file]);
  const shown = await Promise.all(
    ['0', '1'].map(async (takesLinks) => {
      await using wizard = place.open(['resume'], {env: {FORCE_HYPERLINK: takesLinks}, cols: 100});
      const led: string[] = [];
      wizard.terminal.parser.registerOscHandler(8, (data) => {
        led.push(data.replace(/^;/u, ''));
        return false;
      });
      const rows = await wizard.waitFor('Read the guide');
      return {rows, led: new Set(led.filter(Boolean))};
    }),
  );
  const [plain, linked] = shown;
  expect(plain?.led).toEqual(new Set());
  expect(linked?.led).toContain(address);
  expect([...(linked?.led ?? [])].filter((one) => one.includes('near'))).toEqual([]);
  expect(linked?.rows).toEqual(plain?.rows);
  expect(plain?.rows.join('').replaceAll(/\s/gu, '')).toContain('a-long-way/a-long-way/');
});
