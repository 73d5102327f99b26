import {spawnSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace, program} from '../place.ts';

const canTrace = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status === 0;
const why = canTrace ? '' : ' (skipped: there is no strace)';

// 17: in a terminal of a snap conf writes in place, first to nothing; a kill there left nothing.
test
  .skipIf(!canTrace)
  .concurrent(
    `settings that were being written in place when the program was killed are those of before${why}`,
    async () => {
      await using place = makePlace();
      const env = {...place.env, SNAP: '/snap/code/1'};
      const id = await place.start();
      expect((await place.run(['config', 'set', 'name', 'Ana'], env)).exitCode).toBe(0);
      const file = path.join(place.home, 'settings.json');
      const trace = ['-f', '-qq', '-o', '/dev/null', '-P', file, '-e', 'trace=write,pwrite64'];
      const kill = ['-e', 'inject=write,pwrite64:signal=KILL:when=1'];
      const killed = spawnSync(
        'strace',
        [...trace, ...kill, process.execPath, program, 'config', 'set', 'name', 'Ben'],
        {cwd: place.workspace, env},
      );
      expect(killed.status).not.toBe(0);
      const {exitCode, stdout} = await place.run(['config', 'get', 'name'], env);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('Ana');
      expect((await place.run(['item', 'network', 'done'], env)).exitCode).toBe(0);
      expect((await place.stored(id)).handoff.items['network']?.changedBy).toBe('Ana');
      expect((await place.run(['config', 'set', 'name', 'Cleo'], env)).exitCode).toBe(0);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({name: 'Cleo'});
    },
  );
