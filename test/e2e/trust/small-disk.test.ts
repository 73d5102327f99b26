import {spawnSync} from 'node:child_process';
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {openTerminal} from '../../harness/terminal.ts';
import {makePlace, program} from '../place.ts';

const mount = 'mount -t tmpfs -o size="$2",mode=700 tmpfs "$1" && shift 2 && eval "$1"';
const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', mount, 'sh', '/mnt', '64k', ':']).status === 0;
const why = canMount ? '' : ' (skipped: no file system can be mounted here)';
const hw = `"${process.execPath}" "${program}"`;

// 01: the whole handoff was replaced by half of it, and the program said "done".
test
  .skipIf(!canMount)
  .concurrent(
    `on a disk that fills up every change is kept or refused, and the handoff opens${why}`,
    async () => {
      await using place = makePlace();
      await mkdir(place.home);
      const script = `
      ${hw} new --customer A --system B
      for i in $(seq 1 8); do
        ${hw} item network done --note "acknowledged $i $(head -c 9000 /dev/zero | tr '\\0' a)"
        echo "exit $? of $i"; ${hw} list | cut -c 1-20
      done
      cat "${place.home}"/handoffs/a-b/*.jsonl`;
      const {stdout, stderr} = await execa(
        'unshare',
        ['-rm', 'sh', '-c', mount, 'sh', place.home, '96k', script],
        {cwd: place.workspace, env: place.env, extendEnv: false, stdin: 'ignore'},
      );
      const kept = [...stdout.matchAll(/^exit 0 of (\d+)$/gm)].map(([, number]) => number);
      const refused = [...stdout.matchAll(/^exit 2 of (\d+)$/gm)];
      expect(kept.length).toBeGreaterThan(3);
      expect(refused.length).toBeGreaterThan(1);
      expect(kept.length + refused.length).toBe(8);
      expect(stdout.match(/^a-b +A · B/gm)).toHaveLength(8);
      for (const number of kept) expect(stdout).toContain(`"note":"acknowledged ${number} `);
      expect(stderr.match(/^Not saved: .*ENOSPC/gm)).toHaveLength(refused.length);
      expect(stderr).not.toContain('this is a bug');
    },
  );

// 01b: moving the cursor, and nothing else, replaced the handoff by half of it.
test
  .skipIf(!canMount)
  .concurrent(
    `on a disk without room the cursor moves and the handoff stays whole${why}`,
    async () => {
      await using place = makePlace();
      await mkdir(place.home);
      await writeFile(path.join(place.workspace, 'kept'), '');
      const fill = path.join(place.home, 'fill');
      const script = `
      ${hw} config set name 'Jordan Ruiz' && ${hw} new --customer A --system B && ${hw} item network done --note 'weeks of work'
      cp "${place.home}"/handoffs/a-b/*.jsonl before
      cat /dev/zero > "${fill}" 2> /dev/null; truncate -s -8192 "${fill}"
      ${hw} resume
      cmp before "${place.home}"/handoffs/a-b/*.jsonl && ${hw} list > listed`;
      await using wizard = openTerminal({
        command: 'unshare',
        args: ['-rm', 'sh', '-c', mount, 'sh', place.home, '300k', script],
        env: {CI: undefined, ...place.env},
        cwd: place.workspace,
      });
      await wizard.waitFor('❯ ○ Validate every');
      wizard.write(keys.down.repeat(3));
      await wizard.waitFor('❯ ○ Train the');
      wizard.write(keys.right);
      await wizard.waitFor('❯ ○ Architecture overview');
      wizard.write(ctrl('c'));
      expect(await wizard.exited).toMatchObject({exitCode: 0});
      expect(await readFile(path.join(place.workspace, 'listed'), 'utf8')).toMatch(/^a-b +A · B/m);
      expect((await stat(path.join(place.workspace, 'before'))).size).toBeGreaterThan(1000);
    },
  );
