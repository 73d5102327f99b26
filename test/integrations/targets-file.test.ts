import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {makePublishingWorld} from './publishing-world.ts';

const hook = 'webhook: {url: https://crm.example.com/hooks';

it.each([
  [
    'targets:\n  - nam: crm\n    webhook: {url: https://a.example.com}\n',
    /:2:5 {2}Unknown key "nam"\. Did you mean "name"\?/u,
  ],
  [
    `targets:\n  - name: crm\n    ${hook}, sekret: env:A}\n`,
    /:3:\d+ {2}Unknown key "sekret"\. Did you mean "secret"\?/u,
  ],
  [
    'targets:\n  - name: crm\n    webhok: {url: https://a.example.com}\n',
    /:3:5 {2}Unknown key "webhok"\. Did you mean "webhook"\?/u,
  ],
  ['targets:\n  - name: crm\n', /:2:5 {2}Nothing says where it goes/u],
  [`targets:\n  - name: crm\n    ${hook}}\n    command: 'true'\n`, /"webhook" is there already/u],
  [
    'targets:\n  - name: crm\n    webhook: {url: http://crm.example.com}\n',
    /:3:\d+ {2}An address begins with https:/u,
  ],
  [
    `targets:\n  - name: crm\n    ${hook}}\n    sends: [documents]\n`,
    /:4:13 {2}"webhook" takes no documents\./u,
  ],
  [`targets:\n  - name: crm\n    ${hook}}\n    sends: [outcom]\n`, /Did you mean "outcome"\?/u],
  [
    `targets:\n  - {name: crm, ${hook}}}\n  - {name: crm, ${hook}}}\n`,
    /:3:\d+ {2}There is another target "crm" above\./u,
  ],
  ['target: []\n', /Unknown key "target"\. Did you mean "targets"\?/u],
  ['', /:1:1 /u],
])('a mistake is told with its place, and nothing is sent: %j', async (text, says) => {
  await using world = await makePublishingWorld('new', []);
  writeFileSync(path.join(world.home, 'targets.yaml'), text);
  const {exitCode, stderr} = await world.run(['publish']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(says);
  expect(stderr).toContain('so nothing was sent');
});

it('a secret that stands where its place belongs is not repeated', async () => {
  await using world = await makePublishingWorld('new', []);
  const file = path.join(world.home, 'targets.yaml');
  writeFileSync(
    file,
    `targets:\n  - name: crm\n    ${hook},\n      secret: correcthorsebattery}\n`,
  );
  const {stdout, stderr} = await world.run(['publish', '--json']);
  expect(stdout + stderr).toContain(':4:15  A secret is named by where it is kept');
  expect(stdout + stderr).not.toContain('correcthorse');
});

it('a name that no target has is told with the one that was probably meant', async () => {
  await using world = await makePublishingWorld('new', [
    {name: 'tracker', command: 'true'},
    {name: 'crm', command: 'true', for: 'other-handoff'},
  ]);
  const {exitCode, stderr} = await world.run(['publish', 'traker']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('There is no target "traker". Did you mean "tracker"?');
  expect((await world.run(['publish', 'crm'])).stderr).toContain('There are: tracker.');
});
