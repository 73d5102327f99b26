import {chmodSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, it, vi} from 'vitest';
import {discoverIn, flowsOf, lookAt, rowsOf} from '../discover-in.ts';
import {makeFolder} from '../make-folder.ts';

const chart = {
  'chart/Chart.yaml': `apiVersion: v2
name: shop
version: 0.3.0
appVersion: "2.4.1"
dependencies:
  - {name: postgresql, version: 15.x, repository: "https://charts.example.com", condition: postgresql.enabled}
  - {name: redis, version: ~19, repository: "https://charts.example.com", condition: redis.enabled}
  - {name: common, version: 2.x, repository: "https://charts.example.com"}
`,
  'chart/Chart.lock': 'dependencies:\n  - {name: redis, version: 19.0.2}\n',
  'chart/values.yaml': `replicaCount: 1
image: {registry: registry.shop.example, repository: shop/api, tag: ""}
service: {type: LoadBalancer, port: 80}
ingress: {enabled: true, hosts: [{host: shop.example.com}], tls: [{hosts: [shop.example.com]}]}
worker: {image: "shop/worker:1.7.0", enabled: false, service: {port: 9000}}
exporter: {repository: prom/node-exporter, tag: v1.8.2}
persistence: {enabled: true, size: 8Gi}
backup: {enabled: true, schedule: "0 3 * * *"}
auth: {password: hunter2horse, existingSecret: ""}
postgresql: {enabled: false}
`,
  'chart/values-prod.yaml':
    'replicaCount: 3\nservice: {port: 80}\nauth: {password: correct-horse-battery}\n',
  'chart/templates/api.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: never-{{ .Release.Name }}}\n',
};

afterEach(() => {
  vi.unstubAllEnvs();
});

// Counted by hand: 3 images, 2 dependencies that run something, 1 port, 1 host, 1 volume, 1 schedule.
it('says without helm what the chart and its values say, and that templates are not rendered', async () => {
  vi.stubEnv('PATH', '/nowhere');
  const found = await discoverIn(chart);
  expect(found.problems).toEqual([]);
  expect(found.left).toEqual([{file: 'chart/templates', why: 'not rendered: helm is not here'}]);
  const components = Object.values(rowsOf(found, 'components'));
  expect(components.map(({name, version, place}) => [name, version, place])).toEqual([
    ['shop', '2.4.1', 'Helm chart shop 0.3.0; container of registry.shop.example/shop/api'],
    [
      'shop/worker',
      '1.7.0',
      'Helm chart shop 0.3.0; container of shop/worker:1.7.0; off by default',
    ],
    ['shop/exporter', 'v1.8.2', 'Helm chart shop 0.3.0; container of prom/node-exporter:v1.8.2'],
    [
      'postgresql',
      'unknown',
      'Helm chart postgresql 15.x from https://charts.example.com, with chart shop; off by default: postgresql.enabled',
    ],
    [
      'redis',
      'unknown',
      'Helm chart redis 19.0.2 from https://charts.example.com, with chart shop',
    ],
  ]);
  expect(flowsOf(found)).toEqual([
    'whoever reaches the load balancer > shop at 80, TCP',
    'whoever calls shop.example.com > shop at 443, HTTPS',
  ]);
  expect(Object.values(rowsOf(found, 'data')).map(({name}) => name)).toEqual(['shop/persistence']);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'shop/backup', rhythm: '0 3 * * *'},
  ]);
  const settings = Object.entries(rowsOf(found, 'settings')).map(([name, {value, usual}]) => [
    name,
    [value, usual],
  ]);
  expect(Object.fromEntries(settings)).toEqual({
    'shop: auth.password': ['in chart/values.yaml, not shown', undefined],
    'shop: replicaCount': ['3', '1'],
  });
  const runbooks = found.drafts.filter(({kind}) => kind === 'runbook').map(({fields}) => fields);
  expect(runbooks.map(({commands, effect}) => [commands, effect])).toEqual([
    ['helm status shop\nhelm history shop', 'safe'],
    ['helm history shop\nhelm rollback shop --wait', 'changes'],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/hunter2|battery|never/);
});

async function withHelm(script: string) {
  await using programs = makeFolder();
  chmodSync(programs.write('helm', `#!/bin/sh\n${script}\n`), 0o755);
  vi.stubEnv('PATH', `${programs.path}:/usr/bin:/bin`);
  const found = await discoverIn(chart);
  return found;
}

it('reads what helm renders, where it is there', async () => {
  const found = await withHelm(`cat <<EOF
---
# Source: shop/templates/api.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: $2-api}
spec: {template: {spec: {containers: [{name: api, image: "shop/api:2.4.1"}]}}}
EOF`);
  expect(rowsOf(found, 'components')['shop-api']).toMatchObject({version: '2.4.1'});
  expect(found.left).toEqual([]);
});

it('says what helm says where it cannot render', async () => {
  const found = await withHelm(
    'echo "Error: found in Chart.yaml, but missing in charts/" >&2; exit 1',
  );
  expect(found.left).toEqual([
    {
      file: 'chart/templates',
      why: 'not rendered: helm said: Error: found in Chart.yaml, but missing in charts/',
    },
  ]);
  expect(rowsOf(found, 'components')['shop']).toMatchObject({version: '2.4.1'});
});

it('lets helm follow no link out of the folder', async () => {
  await using outside = makeFolder({'pod.yaml': 'apiVersion: v1\n'});
  await using folder = makeFolder(chart);
  symlinkSync(
    path.join(outside.path, 'pod.yaml'),
    path.join(folder.path, 'chart/templates/pod.yaml'),
  );
  const found = await lookAt(folder.path);
  expect(found.left).toEqual([
    {file: 'chart/templates', why: 'not rendered: there are links in the chart'},
  ]);
});

it('goes on where a chart or its values are broken or hostile', async () => {
  vi.stubEnv('PATH', '/nowhere');
  const found = await discoverIn({
    'a/Chart.yaml': 'name: a\nversion: 1\nappVersion: "{{ x }}"\ndependencies: {a: 1}\n',
    'a/values.yaml': 'image: [1]\nservice: 7\ningress: {enabled: true, hosts: 5}\n',
    'b/Chart.yaml': 'name: "b; rm -rf /"\nversion: 1\n',
    'c/Chart.yaml': 'name: [open\n',
    'd/Chart.yaml': 'name: d\ntype: library\n',
    'e/Chart.yaml': 'name: e\nversion: "1"\n',
    'e/values.yaml': `x0: &x0 {a: 1}\n${Array.from({length: 25}, (_, at) => `x${at + 1}: &x${at + 1} {l: *x${at}, r: *x${at}}`).join('\n')}\n`,
  });
  expect(Object.keys(rowsOf(found, 'components'))).toEqual(['a', 'b; rm -rf /', 'e']);
  expect(found.problems.map(({file}) => file)).toContain('c/Chart.yaml');
  expect(JSON.stringify(found.drafts.filter(({kind}) => kind === 'runbook'))).not.toContain(
    'rm -rf',
  );
});
