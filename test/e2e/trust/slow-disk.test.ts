import {execFileSync, spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const hasCompiler = process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0;
const why = hasCompiler ? '' : ' (skipped: there is no gcc)';

const slowFsync = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static int calls;
int fsync(int fd) {
  char line[8];
  if (calls++ == 0) {
    fclose(fopen(getenv("FSYNC_BEGAN"), "w"));
    FILE *goes_on = fopen(getenv("FSYNC_GOES_ON"), "r");
    if (!fgets(line, sizeof line, goes_on)) return -1;
    fclose(goes_on);
  }
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}
`;

// 02: a save that took longer than 2.5 s wrote over what another terminal had saved meanwhile.
test
  .skipIf(!hasCompiler)
  .concurrent(
    `a save whose disk does not answer loses nothing that others save meanwhile${why}`,
    async () => {
      await using place = makePlace();
      const id = await place.start();
      const [source, library, began, goes] = ['slow.c', 'slow.so', 'began', 'goes'].map((name) =>
        path.join(place.path, name),
      ) as [string, string, string, string];
      writeFileSync(source, slowFsync);
      execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source, '-ldl']);
      execFileSync('mkfifo', [began, goes]);
      // Libraries are put before others where a process starts.
      const slow = place.runAlone(['item', 'network', 'done', '--note', 'from the slow terminal'], {
        LD_PRELOAD: library,
        FSYNC_BEGAN: began,
        FSYNC_GOES_ON: goes,
      });
      // The first fsync has begun; it goes on only once the other terminal is done.
      await execa('cat', [began]);
      const quick = await place.run([
        'item',
        'configuration',
        'done',
        '--note',
        'from the quick one',
      ]);
      expect(quick.exitCode).toBe(0);
      await execa('sh', ['-c', 'echo on > "$1"', 'sh', goes]);
      expect((await slow).exitCode).toBe(0);
      const notes = (await place.stored(id)).journal.flatMap((action) =>
        action.type === 'item/noted' ? [action.note] : [],
      );
      expect(notes.toSorted()).toEqual(['from the quick one', 'from the slow terminal']);
    },
  );
