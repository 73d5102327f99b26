import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readSettings, trustFile, updateSettings} from '../../source/store/settings/settings.ts';
import {replaceSettings} from '../../source/store/settings/settings-file.ts';
import {StoreError} from '../../source/store/store-error.ts';
import {makeStoreHome} from '../harness/store-home.ts';

function fileIn(home: string): string {
  return path.join(home, 'settings.json');
}

async function someSettings(home: string): Promise<string> {
  await updateSettings(home, (settings) => ({...settings, name: 'Ana', holidays: ['2026-12-25']}));
  await trustFile(home, 'a'.repeat(64), '/srv/handoff.yaml');
  return readFileSync(fileIn(home), 'utf8');
}

test.each([false, true])(
  'a write in place that is killed after any byte leaves the settings of before (with some before: %s)',
  async (hasSome) => {
    await using place = makeStoreHome();
    const home = place.path;
    if (hasSome) await someSettings(home);
    const before = readSettings(home);
    const wanted = {...before, name: 'Béla', revision: 9};
    const text = `${JSON.stringify(wanted, undefined, '\t')}\n`;
    const killed = new Error('killed');
    const bytes = Buffer.from(text);
    for (let end = 0; end < bytes.length; end += 1) {
      // What a reader sees meanwhile, and what the next one finds after a kill.
      expect(() =>
        replaceSettings(home, wanted, () => {
          writeFileSync(fileIn(home), bytes.subarray(0, end));
          expect(readSettings(home), `${end} bytes`).toEqual(before);
          throw killed;
        }),
      ).toThrow(killed);
      expect(readSettings(home)).toEqual(before);
    }
    expect(existsSync(fileIn(home))).toBe(hasSome);
  },
);

test('settings that were damaged are not taken for a write that was cut off', async () => {
  await using place = makeStoreHome();
  const home = place.path;
  const text = await someSettings(home);
  // Killed once the new ones were whole, before the old ones were dropped.
  const kept = JSON.stringify({before: '{"schema":1,"trusted":[]}', wanted: text});
  writeFileSync(`${fileIn(home)}.kept`, kept);
  expect(readSettings(home).name).toBe('Ana');
  writeFileSync(fileIn(home), text.replace('"name"', '"name'));
  expect(() => readSettings(home)).toThrow(/line \d+ is not valid JSON/);
});

test.each<readonly [string, string, string]>([
  ['"trusted": [', '"trusted": [null, ', 'the "trusted" in line '],
  ['"path"', '"pith"', 'the "trusted" in line '],
  ['"schema": 1', '"schema": 2', 'the "schema" in line 2 '],
  ['"trusted"', '"truster"', 'it holds no "trusted"'],
  ['"Ana"', '7', 'the "name" in line '],
  ['"2026-12-25"', '"2026-02-30"', 'the "holidays" in line '],
  ['"revision": 2', '"revision": -2', 'the "revision" in line '],
  [',', ',,', 'line 2 is not valid JSON'],
  ['Ana', 'An\uFFFD', 'bytes that are no text'],
])(
  'settings with %s as %s are told with their line, and left as they are',
  async (from, to, words) => {
    await using place = makeStoreHome();
    const text = await someSettings(place.path);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(fileIn(place.path), changed);
    expect(() => readSettings(place.path)).toThrow(words);
    await expect(trustFile(place.path, 'b', '/srv/b')).rejects.toThrow(StoreError);
    expect(readFileSync(fileIn(place.path), 'utf8')).toBe(changed);
  },
);
