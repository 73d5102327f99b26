import {expect, it} from 'vitest';
import {checksOf, discoverIn, rowsOf} from '../discover-in.ts';

const host = {
  'systemd/shop-api.service': `# ExecStart=/opt/old
[Unit]
Description=API of the shop
Requires=postgresql.service network.target
[Service]
User=shop
Environment=PORT=8080 "GREETING=good day" DB_PASSWORD=hunter2horse
Environment=LOG_LEVEL=info
EnvironmentFile=-/etc/shop/api.env
ExecStart=-/opt/shop/api \\
  # a comment within
  --config /etc/shop/api.yaml
[Install]
WantedBy=multi-user.target
`,
  'systemd/shop-api.service.d/memory.conf': `[Service]
Environment=
Environment=PORT=9090
ExecStart=
ExecStart=/opt/shop/api --big
`,
  'systemd/shop-dump.service': '[Service]\nType=oneshot\nExecStart=/opt/shop/dump\n',
  'systemd/shop-dump.timer':
    '[Timer]\n;OnCalendar=hourly\nOnCalendar=*-*-* 03:00\nPersistent=true\n',
  'systemd/worker@.service': '[Service]\nExecStart=/opt/shop/worker %i\n',
  'systemd/cache.service': '[Service]\nExecStart=/usr/bin/redis /etc/redis.conf\n',
  'systemd/old.service.bak': '[Service]\nExecStart=/opt/old\n',
};

// Counted by hand: 3 services, 1 job, 1 variable in force, 1 env file.
it('finds services as their drop-ins have them, and what a timer starts as a job', async () => {
  const found = await discoverIn(host);
  expect(found.problems).toEqual([]);
  const components = Object.values(rowsOf(found, 'components'));
  expect(components.map(({name, place, calls}) => [name, place, calls])).toEqual([
    ['cache', 'systemd service cache, /usr/bin/redis /etc/redis.conf', undefined],
    ['shop-api', 'systemd service shop-api, /opt/shop/api --big as shop', 'postgresql'],
    ['worker@', 'systemd service worker@, /opt/shop/worker %i', undefined],
  ]);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'shop-dump: /opt/shop/dump', rhythm: '*-*-* 03:00'},
  ]);
  expect(Object.values(rowsOf(found, 'settings'))).toEqual([
    {
      name: 'shop-api: PORT',
      value: '9090',
      source: 'systemd/shop-api.service.d/memory.conf',
    },
  ]);
  expect(Object.values(rowsOf(found, 'access'))).toEqual([
    {name: 'Environment of shop-api', secret: '/etc/shop/api.env'},
  ]);
  expect(checksOf(found)).toEqual({
    'shop-api runs and comes back': {service: 'shop-api', expect: {running: true, enabled: true}},
    'cache runs': {service: 'cache', expect: {running: true}},
  });
  expect(JSON.stringify(found)).not.toContain('hunter2horse');
});

it('joins lines, and tells a line that is no setting', async () => {
  const {'systemd/shop-api.service': unit} = host;
  const found = await discoverIn({'a.service': `${unit}rubbish\n`});
  expect(rowsOf(found, 'components')['a']?.['place']).toBe(
    'systemd service a, /opt/shop/api --config /etc/shop/api.yaml as shop',
  );
  expect(found.problems).toEqual([
    {file: 'a.service', line: 15, message: 'This is no setting of a unit.'},
  ]);
  expect(JSON.stringify(found)).not.toContain('hunter2horse');
  expect(rowsOf(found, 'settings')['a: GREETING']).toMatchObject({value: 'good day'});
});
