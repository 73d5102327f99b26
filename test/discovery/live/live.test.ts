import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import {runChecks} from '../../../source/checks/run.ts';
import {discover} from '../../../source/discovery/discover.ts';
import type {Discovery, Draft} from '../../../source/discovery/discovered.ts';
import {lookLive} from '../../../source/discovery/live/look-live.ts';
import {expectValid, textOf} from '../discover-in.ts';
import {makeFolder} from '../make-folder.ts';
import {canServe, serveHere, type Here} from './services-here.ts';

describe.skipIf(!canServe)('nginx, PostgreSQL, Redis and an application that run here', () => {
  let here: Here;
  let found: Discovery;
  const shown: string[] = [];

  beforeAll(async () => {
    here = await serveHere();
    await using folder = makeFolder();
    const live = await lookLive({
      now: () => new Date('2026-03-12T14:02:00'),
      async consent(commands) {
        shown.push(...commands);
        return true;
      },
    });
    found = await discover(folder.path, {live});
  }, 60_000);

  afterAll(async () => {
    await here[Symbol.asyncDispose]();
  });

  /** What is about these services; others may run here too. */
  function own(): Draft[] {
    const marks = [
      here.folder,
      here.certificate,
      'orders runs',
      ...Object.values(here.ports).map(String),
    ];
    return found.drafts.filter((draft) =>
      marks.some((mark) => JSON.stringify(draft).includes(mark)),
    );
  }

  function component(port: number): Draft['fields'] {
    const all = own().filter(({register}) => register === 'components');
    return all.find(({fields}) => textOf(fields['place']).includes(`:${port}`))?.fields ?? {};
  }

  function runbookNamed(start: RegExp): string {
    const all = own().filter(({register}) => register === 'runbooks');
    const found = all.find(({fields}) => start.test(textOf(fields['name'])));
    return textOf(found?.fields['commands']);
  }

  /** Runs the drafted checks as a checks file of their own, and gives how each came out. */
  async function outcomes(): Promise<Record<string, string>> {
    await using folder = makeFolder();
    const checks = own()
      .filter(({kind}) => kind === 'check')
      .map(({fields}) => fields);
    const file = folder.write('handoff.yaml', JSON.stringify({checks}));
    const run = await runChecks(await readChecksFile(file));
    return Object.fromEntries(run.results.map(({name, outcome}) => [name, outcome]));
  }

  it('are found with versions, ports and what they call', async () => {
    await expectValid(found);
    const {ports} = here;
    expect(component(ports.web)).toMatchObject({
      version: expect.stringMatching(/^1\.\d+/),
      purpose: 'nginx, proxy',
    });
    expect(textOf(component(ports.web)['place'])).toContain(`port 127.0.0.1:${ports.tls}`);
    expect(textOf(component(ports.web)['calls'])).toBe('orders');
    expect(component(ports.postgres)).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+/),
      purpose: 'PostgreSQL, database',
    });
    expect(component(ports.redis)).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      purpose: 'Redis, cache',
    });
    expect(component(ports.app)).toMatchObject({
      name: 'orders',
      version: 'unknown',
      calls: expect.stringMatching(/^redis-server/),
    });
  });

  it('are found with configuration, data, logs and the end of the certificate', () => {
    const text = JSON.stringify(own());
    for (const file of [
      'nginx/nginx.conf',
      'nginx/logs/error.log',
      'nginx/logs/access.log',
      'redis/redis.conf',
      'redis/redis.log',
      'postgres/postgresql.conf',
      'app/orders.log',
    ])
      expect(text).toContain(path.join(here.folder, file));
    const named = (register: string) => own().filter((draft) => draft.register === register);
    expect(named('contracts').map(({fields}) => fields)).toMatchObject([
      {ends: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), covers: 'DNS:shop.example'},
    ]);
    const flow = named('flows').find(({fields}) => fields['port'] === `${here.ports.tls}, TCP`);
    expect(flow?.fields).toMatchObject({
      from: 'the host itself',
      certificate: expect.stringMatching(/^\d{4}-/),
    });
    expect(flow?.source).toBe('ss, 14:02');
    expect(named('data').map(({fields}) => fields['name'])).toContain('shop');
  });

  it('are told with each command, and what is commented is not told', () => {
    expect(found.commands?.map(({command}) => command).toSorted()).toEqual(shown.toSorted());
    const text = JSON.stringify(own());
    expect(text).not.toContain('10.9.9.9');
    expect(text).not.toContain('work_mem');
    expect(text).not.toContain('PRIVATE KEY');
  });

  it('are backed up and restored by the drafted runbooks', async () => {
    await using folder = makeFolder();
    const run = (commands: string) =>
      execFileSync('/bin/sh', ['-ec', commands], {cwd: folder.path, stdio: 'pipe'});
    here.psql('create table orders (id int); insert into orders values (1), (2)');
    run(runbookNamed(/^Back up shop/));
    here.psql('delete from orders');
    run(runbookNamed(/^Restore shop/));
    expect(here.psql('select count(*) from orders')).toBe('2');

    here.redis('SET', 'basket', 'full');
    run(runbookNamed(/^Back up redis/));
    here.redis('SET', 'basket', 'empty');
    run(runbookNamed(/^Restore redis/));
    expect(here.redis('GET', 'basket')).toBe('full');
  }, 60_000);

  it('have checks that pass, and each service that stops turns its own and no others', async () => {
    const before = await outcomes();
    const passed = Object.values(before).filter((outcome) => outcome === 'pass');
    expect(before).not.toContain('fail');
    expect(passed.length).toBeGreaterThan(15);
    const stops = [
      ['app', /^orders /, ['answers on port', 'listens on port', 'orders runs']],
      ['redis', /^redis-server/, ['answers on port', 'listens on port']],
      ['postgres', /^(?:postgres|PostgreSQL)/, ['answers on port', 'listens on port']],
      ['nginx', /^nginx/, ['answers on port', 'answers requests on port', 'listens on port']],
    ] as const;
    let last = before;
    for (const [service, own, turned] of stops) {
      await here.stop(service);
      const now = await outcomes();
      const changed = Object.keys(now).filter((name) => now[name] !== last[name]);
      expect(changed.filter((name) => !own.test(name))).toEqual([]);
      for (const words of turned)
        expect(changed.filter((name) => name.includes(words) && now[name] === 'fail')).not.toEqual(
          [],
        );
      last = now;
    }
  }, 120_000);
});
