import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test} from 'vitest';
import {forApex, makePlace} from '../place.ts';

// 04: checks that print the same wrote one file of evidence at once, and the whole run was lost.
test.concurrent('checks that print the same are all kept, also by several runs at once', async () => {
  await using place = makePlace();
  const id = await place.start();
  const checks = Array.from(
    {length: 8},
    (_, index) => `  - {name: check ${index}, command: echo ok, expect: {stdout: ok}}\n`,
  );
  await place.write('handoff.yaml', `checks:\n${checks.join('')}`);
  expect((await place.run(['trust', '--yes'])).exitCode).toBe(0);
  const runs = await Promise.all([0, 1, 2].map(() => place.run(['check'])));
  expect(runs.map(({exitCode, stderr}) => ({exitCode, stderr}))).toEqual(
    runs.map(() => ({exitCode: 0, stderr: forApex})),
  );
  const {checkRuns} = (await place.stored(id)).handoff;
  expect(checkRuns.map(({results}) => results.length)).toEqual([8, 8, 8]);
});

test.concurrent('two servers that answer the same are two outcomes with one evidence', async () => {
  await using place = makePlace();
  const id = await place.start();
  const servers = ['a', 'b'].map(() =>
    createServer((_, response) => response.end('{"status":"ok"}')).listen(0, '127.0.0.1'),
  );
  await Promise.all(servers.map(async (server) => once(server, 'listening')));
  const checks = servers.map((server, at) => {
    const {port} = server.address() as AddressInfo;
    return `  - {name: node ${at}, http: "http://127.0.0.1:${port}/ok", expect: {json: {$.status: ok}}}\n`;
  });
  await place.write('handoff.yaml', `checks:\n${checks.join('')}`);
  const ran = await place.run(['check', '--trust']);
  for (const server of servers) server.close();
  expect(ran.exitCode).toBe(0);
  const [run] = (await place.stored(id)).handoff.checkRuns;
  expect(run?.results.map(({outcome}) => outcome)).toEqual(['pass', 'pass']);
  expect(new Set(run?.results.map(({evidence}) => evidence?.stored)).size).toBe(1);
});
