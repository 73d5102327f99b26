import {spawnSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {ctrl} from '../harness/keys.ts';
import {makePlace} from './place.ts';

const canLimit = spawnSync('prlimit', ['--fsize=4096', 'true']).status === 0;

test
  .skipIf(!canLimit)
  .concurrent(
    'an open wizard says that a file may not grow any more, and goes on once it may',
    async () => {
      await using place = makePlace();
      const id = await place.start();
      const file = await place.journalFile(id);
      await using wizard = place.open(['resume']);
      await wizard.waitFor('❯ ○ Validate every');
      // From the first save on, packages listen to the signal that comes with the limit.
      wizard.write(' ');
      await wizard.waitFor('❯ ✔ Validate every');
      const limit = (bytes: string) =>
        spawnSync('prlimit', [`--pid=${wizard.pid}`, `--fsize=${bytes}:`]).status;
      const whole = await readFile(file);
      expect(limit(String(whole.length))).toBe(0);
      wizard.write(' ');
      await wizard.waitFor('Not saved: EFBIG');
      expect(limit('unlimited')).toBe(0);
      wizard.write(' ');
      await wizard.waitFor('❯ ○ Validate every');
      wizard.write(ctrl('c'));
      expect((await wizard.exited).signal).toBe(0);
      expect((await readFile(file)).subarray(0, whole.length).equals(whole)).toBe(true);
    },
  );
