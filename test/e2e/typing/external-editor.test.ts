import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {eventually} from '../eventually.ts';
import {makePlace, type Place} from '../place.ts';
import {openFirstText} from '../steps.ts';

/** An editor that shows its text, asks for a line in the terminal, and appends it. */
const script = `#!/bin/sh
[ "$1" = --wait ] && shift
cat "$1" > seen.txt
stty -a > mode.txt
printf 'The editor asks: '
read -r line
printf '%s\\n' "$line" >> "$1"
`;

async function lastText(place: Place, id: string): Promise<string | undefined> {
  const last = (await place.stored(id)).journal.at(-1);
  return last?.type === 'item/written' ? last.text : undefined;
}

test.concurrent('$EDITOR gets the terminal and the text so far, and what it saves is kept', async () => {
  await using place = makePlace();
  const id = await place.start();
  const editor = await place.write('editor.sh', script, 0o755);
  await using wizard = place.open(['resume'], {env: {EDITOR: `${editor} --wait`}});
  await openFirstText(wizard);
  wizard.write(`Two tills${keys.enter}`);
  await wizard.waitFor('Two tills');
  wizard.write(ctrl('x'));
  await wizard.waitFor('The editor asks:');
  wizard.write(`and a drawer${keys.enter}`);
  await wizard.waitFor(/✔ Architecture overview[^]*Written: Architecture overview/);
  await eventually(async () => {
    expect(await lastText(place, id)).toBe('Two tills\nand a drawer\n');
  });
  expect(await readFile(path.join(place.workspace, 'seen.txt'), 'utf8')).toBe('Two tills\n');
  expect(await readFile(path.join(place.workspace, 'mode.txt'), 'utf8')).toMatch(
    / icanon .* echo /s,
  );

  wizard.write('E');
  // What the first editor asked stands above it in the terminal.
  await wizard.waitFor(/asks: and a drawer\s+The editor asks:/);
  wizard.write(`and a printer${keys.enter}`);
  await wizard.waitFor(/Readiness[^]*Written:/);
  expect(await place.files(place.temporary)).toEqual([]);
  wizard.write(`${keys.right}${keys.enter}`);
  await wizard.waitFor('Check health');
});

test.concurrent('an editor that fails leaves the text as it was and says so', async () => {
  await using place = makePlace();
  const id = await place.start();
  const editor = await place.write('editor.sh', '#!/bin/sh\necho gone > "$1"; exit 1\n', 0o755);
  await using wizard = place.open(['resume'], {env: {VISUAL: editor, EDITOR: 'true'}});
  await openFirstText(wizard);
  wizard.write('Two tills');
  await wizard.waitFor('Two tills');
  wizard.write(ctrl('x'));
  await wizard.waitFor(/What the editor wrote is kept in\s[^]*text\.md[^]*exit\s+code 1/);
  const kept = (await place.files(place.temporary)).find((name) => name.endsWith('text.md'));
  expect(await readFile(path.join(place.temporary, kept ?? ''), 'utf8')).toBe('gone\n');
  expect(await lastText(place, id)).toBe('Two tills');
  wizard.write(keys.down);
  await wizard.waitFor('❯ ○');
});
