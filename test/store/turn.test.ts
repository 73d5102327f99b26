import {writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {isTrusted, trustFile} from '../../source/store/settings/settings.ts';
import {makeStoreHome} from '../harness/store-home.ts';

test('a turn left by an earlier process with the same number, as containers give it, is free', async () => {
  await using place = makeStoreHome();
  const holder = {token: 'of another life', pid: process.pid, host: os.hostname()};
  writeFileSync(path.join(place.path, 'settings.json.turn-1'), JSON.stringify(holder));
  await trustFile(place.path, 'a', '/srv/handoff.yaml');
  expect(isTrusted(place.path, 'a', '/srv/handoff.yaml')).toBe(true);
});
