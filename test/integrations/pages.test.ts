import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {toStorageFormat} from '../../source/integrations/confluence/storage-format.ts';
import {makePublishingWorld} from './publishing-world.ts';
import {inDays} from '../fixtures/world/in-days.ts';

/** The Python that has cfxmark, a public reader of Confluence's storage format. */
const python = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'handoff-wizard/python/bin/python',
);
const hasReader = spawnSync(python, ['-c', 'import cfxmark'], {stdio: 'ignore'}).status === 0;
const why = hasReader ? '' : ' (skipped: no cfxmark, which .ci/run installs)';

const reading = `
import json, sys, cfxmark
pages = json.load(sys.stdin)
print(json.dumps([cfxmark.to_md(page).markdown for page in pages]))
`;

/** What a reader of the storage format makes of pages: Markdown. It ends with an error where one is broken. */
function readBack(pages: readonly string[]): readonly string[] {
  const {status, stdout, stderr} = spawnSync(python, ['-c', reading], {
    input: JSON.stringify(pages),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly string[];
}

describe('pages in the storage format of Confluence', () => {
  it.skipIf(!hasReader)(`are read by a public reader, with code, tasks and tables${why}`, () => {
    const [read = ''] = readBack([
      toStorageFormat(
        [
          '# Restart & check <it>',
          '- [x] Tell the shift\n- [ ] Watch the queue',
          '```sh\nsystemctl restart pay && echo "]]>" <<EOF\n```',
          '| Step | Who |\n|---|---|\n| Restart | J. Ruiz |',
          '1. one\n2. two',
          'See [the page](https://wiki.example.com/?a=1&b=2) and [this](javascript:alert(1)).',
        ].join('\n\n'),
      ),
    ]);
    expect(read).toMatch(/# Restart \\?& check/u);
    // It keeps what Markdown has no form for as it was.
    expect(read).toMatch(/>complete<[^]*Tell the shift[^]*>incomplete<[^]*Watch the queue/u);
    expect(read).toContain('systemctl restart pay && echo "]]>" <<EOF');
    expect(read).toMatch(/\| Restart +\| J\. Ruiz/u);
    expect(read).toContain('https://wiki.example.com/?a=1&b=2');
    expect(read).not.toContain('javascript:');
  });

  it.skipIf(!hasReader)(`of a whole handoff are read as they were written${why}`, async () => {
    await using world = await makePublishingWorld('signed', []);
    const folder = path.join(world.folder, 'pages');
    world.setTargets([{name: 'wiki', confluence: {folder}, audience: 'internal'}]);
    expect((await world.run(['publish'])).exitCode).toBe(0);
    const files = readdirSync(folder);
    expect(files).toContain('handoff-document.xml');
    const pages = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
    for (const text of readBack(pages)) expect(text).toContain('Orders service');
  });
});

describe('pages in a folder', () => {
  it('are written in place, and beside what a person has changed, which is told', async () => {
    await using world = await makePublishingWorld('signed', []);
    const folder = path.join(world.folder, 'wiki');
    world.setTargets([{name: 'wiki', folder}]);
    const first = await world.run(['publish']);
    expect(first.exitCode).toBe(0);
    const page = path.join(folder, 'handoff-document.md');
    const own = readFileSync(page, 'utf8');
    expect(own).toContain('Orders service');
    // Nothing of the own team lies there.
    expect(readdirSync(folder)).not.toContain('retrospective.md');
    const extend = (days: number) =>
      world.append({type: 'transition/extended', until: inDays(days), reason: 'They ask for it'});
    await extend(40);
    await world.run(['publish', 'wiki']);
    expect(readFileSync(page, 'utf8')).not.toBe(own);
    writeFileSync(page, 'Written anew by Mina.\n');
    await extend(50);
    const second = await world.run(['publish']);
    const beside = path.join(folder, 'handoff-document.handoff-wizard.md');
    expect(second.stdout).toContain(
      `A person has changed that page, so this lies beside it: ${beside}`,
    );
    expect(readFileSync(page, 'utf8')).toBe('Written anew by Mina.\n');
    expect(readFileSync(beside, 'utf8')).toContain('Orders service');
    // And where both were changed, neither is written over.
    writeFileSync(beside, 'Mina again.\n');
    await extend(60);
    const third = await world.run(['publish']);
    expect(third.exitCode).toBe(3);
    expect(third.stdout).toContain('Bring both together in one');
    expect(readFileSync(beside, 'utf8')).toBe('Mina again.\n');
  });

  it('that do not change are not written again', async () => {
    await using world = await makePublishingWorld('signed', []);
    const folder = path.join(world.folder, 'wiki');
    world.setTargets([{name: 'wiki', folder: {path: folder}}]);
    await world.run(['publish']);
    expect(existsSync(folder)).toBe(true);
    expect((await world.run(['publish'])).stdout).toContain('Every target has what is so.');
  });
});
