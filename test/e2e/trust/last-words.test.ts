import {spawnSync} from 'node:child_process';
import {readFile, stat} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {ctrl} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';

const canLimit = spawnSync('prlimit', ['--fsize=4096', 'true']).status === 0;

// 12: "Everything is saved." was said after a save that had failed.
test
  .skipIf(!canLimit)
  .concurrent(
    'who leaves right after a save that failed is not told that everything is saved',
    async () => {
      await using place = makePlace();
      const id = await place.start();
      const file = await place.journalFile(id);
      await using wizard = place.open(['resume']);
      await wizard.waitFor('❯ ○ Validate every');
      const {size} = await stat(file);
      expect(spawnSync('prlimit', [`--pid=${wizard.pid}`, `--fsize=${size}:`]).status).toBe(0);
      wizard.write(` ${ctrl('c')}`);
      const {exitCode, signal} = await wizard.exited;
      const last = wizard.screen().join('\n');
      expect(last).not.toContain('Everything is saved');
      expect(last).toContain('Not saved');
      expect({exitCode, signal}).toEqual({exitCode: 2, signal: 0});
      expect(await readFile(file, 'utf8')).not.toContain('item/settled');
    },
  );
