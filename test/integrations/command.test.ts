import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace} from '../e2e/place.ts';
import {inDays} from '../fixtures/world/in-days.ts';
import {makePublishingWorld} from './publishing-world.ts';

const program = `#!/bin/sh
cat >>"$TAKEN"
test -z "$FAILS" || { echo "not now" >&2; exit "$FAILS"; }
echo '{"remote": "N-7", "url": "https://notes.example.com/N-7"}'
`;

function own(folder: string) {
  const script = path.join(folder, 'record');
  writeFileSync(script, program, {mode: 0o755});
  return {targets: [{name: 'own', command: [script]}], taken: path.join(folder, 'taken')};
}

describe('a command', () => {
  it('reads what is sent as JSON, and what it calls it comes back the next time', async () => {
    await using world = await makePublishingWorld('ended', []);
    const {targets, taken} = own(world.folder);
    world.setTargets(targets);
    const first = await world.run(['publish'], {TAKEN: taken});
    expect(first).toMatchObject({exitCode: 0});
    expect(JSON.parse(readFileSync(taken, 'utf8'))).toMatchObject({
      format: 1,
      kind: 'outcome',
      data: {handoff: world.id, state: 'in transition'},
    });
    const until = inDays(40);
    await world.append({type: 'transition/extended', until, reason: 'It has to be shown again'});
    writeFileSync(taken, '');
    await world.run(['publish'], {TAKEN: taken});
    expect(JSON.parse(readFileSync(taken, 'utf8'))).toMatchObject({remote: 'N-7'});
  });

  it.each([
    ['75', 'waiting', 4],
    ['1', 'refused', 3],
  ])('that ends with %s is %s', async (code, state, exit) => {
    await using world = await makePublishingWorld('ended', []);
    const {targets, taken} = own(world.folder);
    world.setTargets(targets);
    const {exitCode, stdout} = await world.run(['publish', '--json'], {TAKEN: taken, FAILS: code});
    expect(exitCode).toBe(exit);
    const {outbox} = JSON.parse(stdout) as {readonly outbox: readonly object[]};
    expect(outbox).toMatchObject([{state, why: expect.stringContaining('not now') as string}]);
    expect(world.handoff().published).toEqual([]);
  });

  it('that was ended before it was done may have done it, so a person is asked', async () => {
    await using world = await makePublishingWorld('ended', [
      {name: 'own', command: 'exec sleep 100', timeout: '200ms'},
    ]);
    const {exitCode, stdout} = await world.run(['publish']);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('needs an answer');
    // Nobody sends it again by asking for all, not even for what was refused.
    expect((await world.run(['publish', '--retry'])).stdout).toContain('needs an answer');
    const {stdout: status} = await world.run(['publish', '--status']);
    const [, id = ''] = /<([0-9a-f-]+)>/u.exec(status) ?? [];
    expect(await world.run(['publish', '--arrived', id.slice(0, 8)])).toMatchObject({exitCode: 0});
    expect(world.handoff().published).toMatchObject([{sending: id, known: 'said'}]);
    expect((await world.run(['publish'])).stdout).toContain('Every target has what is so.');
  });

  it('of a workspace runs only once a person has trusted it', async () => {
    await using place = makePlace();
    await place.start();
    const mark = path.join(place.path, 'ran');
    mkdirSync(path.join(place.workspace, '.handoff'));
    await place.write('.handoff/targets.yaml', `targets: [{name: own, command: touch ${mark}}]\n`);
    const refused = await place.run(['publish']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`own (command) runs touch ${mark}: outcome, for the customer`);
    expect((await place.run(['publish', '--dry-run'])).exitCode).toBe(0);
    expect(existsSync(mark)).toBe(false);
    expect((await place.run(['publish', '--trust'])).exitCode).toBe(0);
    expect(existsSync(mark)).toBe(true);
    // Another content has to be trusted anew.
    await place.write('.handoff/targets.yaml', `targets: [{name: other, command: 'true'}]\n`);
    expect((await place.run(['publish'])).exitCode).toBe(2);
  });
});
