import {expect, it} from 'vitest';
import {checksOf, discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const versions = (found: Awaited<ReturnType<typeof discoverIn>>) =>
  Object.entries(rowsOf(found, 'components')).map(([name, row]) => [name, row['version']]);

it('reads what a file includes, extends and is overridden by, once', async () => {
  const found = await discoverIn({
    'compose.yaml':
      'include:\n  - infra/db.yml\n  - path: gone.yml\nservices:\n  api:\n    extends: {file: common.yml, service: base}\n    image: shop/api:1.0.0\n  lost:\n    extends: {service: nobody}\n    image: shop/lost:1\n',
    'compose.override.yaml':
      'services:\n  api:\n    image: shop/api:1.0.1\n    ports: !override ["9090:80"]\n  db:\n    image: postgres:16.3\n',
    'common.yml':
      'services:\n  base:\n    ports: ["8080:80"]\n    environment: {FROM_BASE: "1"}\n    env_file: base.env\n',
    'base.env': 'X=1\n',
    'infra/db.yml':
      'services:\n  db:\n    image: postgres:${PG:-16.2}\n    env_file: [db.env, gone.env]\n',
    'infra/.env': 'PG=15.1\n',
    'infra/db.env': 'PGDATA=/x\nPOSTGRES_PASSWORD=hunter2horse\n',
  });
  expect(versions(found)).toEqual([
    ['db', '16.3'],
    ['api', '1.0.1'],
    ['lost', '1'],
  ]);
  expect(flowsOf(found)).toEqual(['whoever reaches the host > api at 9090, TCP']);
  expect(Object.keys(rowsOf(found, 'settings')).toSorted()).toEqual([
    'api: FROM_BASE',
    'base.env: X',
    'infra/.env: PG',
    'infra/db.env: PGDATA',
    'infra/db.env: POSTGRES_PASSWORD',
  ]);
  expect(found.problems).toEqual([
    {file: 'compose.yaml', line: 3, message: 'It includes gone.yml, which is not there.'},
    {file: 'compose.yaml', line: 9, message: 'It extends nobody, which is not there.'},
    {file: 'infra/db.yml', line: 4, message: 'Its env file infra/gone.env is not there.'},
  ]);
});

it('knows which service a port is for that another one publishes', async () => {
  const found = await discoverIn({
    'docker-compose.yml': `services:
  gluetun:
    image: qmcgaw/gluetun:v3.39.1
    ports: ["8080:8080", "8888:8888/tcp", "6881:6881/udp"]
  qbittorrent:
    image: lscr.io/linuxserver/qbittorrent:4.6.5
    network_mode: "service:gluetun"
    environment: ["WEBUI_PORT=8080"]
  prowlarr:
    image: lscr.io/linuxserver/prowlarr:1.21.2
    network_mode: service:gluetun
  agent:
    image: acme/agent:2
    network_mode: host
`,
  });
  expect(flowsOf(found)).toEqual([
    'whoever reaches the host > qbittorrent at 8080, TCP',
    'whoever reaches the host > gluetun at 8888, TCP',
    'whoever reaches the host > gluetun at 6881, UDP',
  ]);
  const [web, proxy] = found.drafts.filter(({register}) => register === 'flows');
  expect(web?.fields['purpose']).toBe('published by gluetun');
  expect(proxy?.fields['purpose']).toBe(
    'for gluetun or qbittorrent or prowlarr, which share a network',
  );
  expect(rowsOf(found, 'components')['agent']?.['place']).toContain("on the host's own network");
});

it.each([
  ['80', 'whoever reaches the host > a at any free one, TCP'],
  ['8000:80', 'whoever reaches the host > a at 8000, TCP'],
  ['8000-8002:80-82/udp', 'whoever reaches the host > a at 8000-8002, UDP'],
  ['127.0.0.1::80', 'the host itself > a at any free one, TCP'],
  ['127.0.0.1:8000:80', 'the host itself > a at 8000, TCP'],
  ['[::1]:8000:80', 'the host itself > a at 8000, TCP'],
  ['0.0.0.0:8000:80', 'whoever reaches the host > a at 8000, TCP'],
  ['10.1.2.3:8000:80', 'whoever reaches 10.1.2.3 of the host > a at 8000, TCP'],
  ['${HOST_PORT:-8000}:80', 'whoever reaches the host > a at 8000, TCP'],
])('the port %s', async (port, flow) => {
  const found = await discoverIn({
    'compose.yml': `services:\n  a:\n    image: a:1\n    ports: ["${port}"]\n`,
  });
  expect(flowsOf(found)).toEqual([flow]);
});

it('takes the files that COMPOSE_FILE names, and no other', async () => {
  const found = await discoverIn({
    '.env': 'COMPOSE_FILE=compose.base.yml:compose.prod.yml\n',
    'compose.yml': 'services:\n  never: {image: "never:1"}\n',
    'compose.base.yml': 'services:\n  a: {image: "a:1"}\n',
    'compose.prod.yml': 'services:\n  a: {image: "a:2"}\n',
  });
  expect(versions(found)).toEqual([['a', '2']]);
  expect(found.left.map(({file}) => file)).toEqual(['compose.yml']);
});

it('leaves out an override without its base, and what is only to develop or to test with', async () => {
  const {drafts, left} = await discoverIn({
    'snippets/docker-compose.override.yml': 'services:\n  a: {ports: ["1:1"]}\n',
    'web/docker-compose.test.yml': 'services:\n  b: {image: "b:1"}\n',
    '.env.patch': '-A=1\n',
  });
  expect(drafts).toEqual([]);
  expect(left).toEqual([
    {file: '.env.patch', why: 'it was put aside'},
    {
      file: 'snippets/docker-compose.override.yml',
      why: 'it overrides a file that is not beside it',
    },
    {file: 'web/docker-compose.test.yml', why: 'it is one to develop or to test with'},
  ]);
});

it('says what is off by default, and checks none of it', async () => {
  const found = await discoverIn({
    '.env': 'COMPOSE_PROFILES=jobs\n',
    'compose.yml': `services:
  a: {image: "a:1", profiles: [jobs], ports: ["1:1"]}
  b: {image: "b:2", profiles: [debug], ports: ["2:2"]}
  c: {image: "c:3", ports: ["3:3"], deploy: {replicas: 0}}
`,
  });
  expect(versions(found)).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
  ]);
  expect(Object.keys(checksOf(found))).toEqual(['a answers on port 1']);
  expect(rowsOf(found, 'components')['b']?.['place']).toContain('off by default: profile debug');
});

it('finds what is started again and again in variables, command lines and loops', async () => {
  const found = await discoverIn({
    'compose.yml': `services:
  backup:
    image: prodrigestivill/postgres-backup-local:16
    environment: {SCHEDULE: "@daily", BACKUP_KEEP_DAYS: 7}
  cron:
    image: alpine:3.20
    command: sh -c 'echo "15 4 * * 0 /usr/bin/prune --all" | crontab - && crond -f'
  dumper:
    image: postgres:16
    entrypoint: |
      bash -c 'while true; do
        pg_dump -Fc shop > /backups/shop.dump
        sleep 86400
      done'
  waiter:
    image: alpine:3.20
    command: sh -c 'until nc -z db 5432; do sleep 1; done'
`,
  });
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'SCHEDULE in backup', rhythm: '@daily'},
    {name: 'cron: /usr/bin/prune --all', rhythm: '15 4 * * 0'},
    {name: 'dumper: pg_dump -Fc shop > /backups/shop.dump', rhythm: 'every 86400 s'},
  ]);
});

it('goes on after what is broken, hostile or makes no sense', async () => {
  const bomb = ['x0: &x0 [a, b, c, d, e, f, g, h, i]'];
  for (let at = 1; at < 30; at++) {
    const alias = `*x${at - 1}`;
    bomb.push(`x${at}: &x${at} [${Array(9).fill(alias).join(', ')}]`);
  }
  const found = await discoverIn({
    'a/compose.yml': 'services:\n  ok: {image: "ok:1"}\n  bad: {image: "bad:2"\n',
    'b/compose.yml': `${bomb.join('\n')}\nservices:\n  boom:\n    image: boom:1\n    ports: *x29\n    environment: *x29\n    labels: *x29\n`,
    'c/compose.yml': 'services: 7\n',
    'd/compose.yml':
      'services:\n  odd: {image: [1], ports: {a: 1}, environment: 5, volumes: x, depends_on: 9, healthcheck: []}\n  none:\n  text: hello\n',
    'e/compose.yml':
      'include: [compose.yml]\nservices:\n  a: {extends: {service: b}, image: "a:1"}\n  b: {extends: {service: a}}\n',
    'f/compose.yml': 'services:\n  out: {image: "out:1", env_file: ../../../../etc/passwd}\n',
  });
  const names = Object.keys(rowsOf(found, 'components'));
  expect(names).toEqual(
    expect.arrayContaining(['ok (a)', 'boom (b)', 'odd (d)', 'a (e)', 'out (f)']),
  );
  expect(found.problems.map(({file}) => file)).toContain('a/compose.yml');
  expect(found.problems).toContainEqual({
    file: '../../../etc/passwd',
    message: 'Not read: it lies outside of the folder.',
  });
  expect(JSON.stringify(found)).not.toContain('root:');
});
