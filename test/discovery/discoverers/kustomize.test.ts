import {expect, it} from 'vitest';
import {checksOf, discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const base = {
  'base/kustomization.yaml': `resources: [api.yaml, web.yaml, ../infra]
configMapGenerator:
  - name: api
    literals: [MODE=plain, API_TOKEN=correct-horse-battery]
    files: [app.ini]
secretGenerator:
  - name: db
    literals: [password=hunter2horse]
`,
  'base/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  replicas: 1
  template:
    metadata: {labels: {app: api}}
    spec:
      containers:
        - {name: api, image: shop/api, env: [{name: LEVEL, value: info}, {name: KEEP, value: "1"}]}
---
apiVersion: v1
kind: Service
metadata: {name: api}
spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
`,
  'base/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: web, image: "nginx:1.27.1"}, {name: old, image: "old:1"}]}}}\n',
  'infra/kustomization.yml': 'resources: [db.yaml]\n',
  'infra/db.yaml':
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {template: {spec: {containers: [{name: db, image: "postgres:16.4"}]}}}\n',
};

const overlays = {
  'overlays/dev/kustomization.yaml':
    'resources: [../../base]\nnamespace: dev\nnamePrefix: dev-\nimages: [{name: shop/api, newTag: 2.5.0-rc1}]\n',
  'overlays/prod/kustomization.yaml': `resources:
  - ../../base
  - github.com/acme/bases//redis?ref=v1
  - gone.yaml
namespace: shop
images:
  - {name: shop/api, newName: registry.shop.example/api, newTag: 2.4.1}
replicas: [{name: web, count: 4}]
patches:
  - path: api-patch.yaml
  - target: {kind: Deployment, name: web}
    patch: |-
      - op: remove
        path: /spec/template/spec/containers/1
      - {op: replace, path: /spec/template/spec/containers/0/image, value: "nginx:1.27.3"}
  - target: {kind: StatefulSet, labelSelector: "a=b"}
    path: ops.yaml
`,
  'overlays/prod/api-patch.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec: {replicas: 3, template: {spec: {containers: [{name: api, env: [{name: LEVEL, value: warn}]}]}}}\n',
  'overlays/prod/ops.yaml': '- op: add\n  path: /metadata/x\n  value: 1\n',
};

// Counted by hand: 3 workloads, 1 service, 2 generated; once, though two overlays have them.
it('counts a base and its overlays once, as production has them', async () => {
  const found = await discoverIn({...base, ...overlays});
  const components = Object.values(rowsOf(found, 'components'));
  expect(components.map(({name, version, place}) => [name, version, place])).toEqual([
    [
      'api',
      '2.4.1',
      'Deployment api in namespace shop; replicas: 3; container of registry.shop.example/api:2.4.1',
    ],
    ['web', '1.27.3', 'Deployment web in namespace shop; replicas: 4; container of nginx:1.27.3'],
    ['db', '16.4', 'StatefulSet db in namespace shop; container of postgres:16.4'],
    ['dev-web: old', '1', 'container of old:1, in Deployment dev-web'],
  ]);
  const api = found.drafts.find(({key}) => key === 'row components api');
  expect(api?.differs).toContainEqual({
    field: 'version',
    value: '2.5.0-rc1',
    source: 'base/api.yaml:1',
  });
  expect(flowsOf(found)).toEqual(['inside of the cluster > api at 80, TCP']);
  const settings = Object.entries(rowsOf(found, 'settings')).map(([name, {value}]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(settings)).toEqual({
    'api: MODE': 'plain',
    'api: API_TOKEN': 'in ConfigMap api, not shown',
    'api: app.ini': 'the file app.ini',
    'api: LEVEL': 'warn',
    'api: KEEP': '1',
  });
  expect(Object.keys(rowsOf(found, 'access'))).toEqual(['Secret db']);
  expect(checksOf(found)['api is rolled out']?.['command']).toContain('deployment/api');
  expect(JSON.stringify(found)).not.toMatch(/hunter2|battery/);
});

it('tells what it did not look at, with its line', async () => {
  const {problems} = await discoverIn({...base, ...overlays});
  expect(problems).toEqual([
    {
      file: 'overlays/prod/kustomization.yaml',
      line: 3,
      message: 'github.com/acme/bases//redis?ref=v1 lies elsewhere and was not looked at.',
    },
    {
      file: 'overlays/prod/kustomization.yaml',
      line: 4,
      message: 'It uses overlays/prod/gone.yaml, which was not found.',
    },
    {
      file: 'overlays/prod/kustomization.yaml',
      line: 16,
      message: 'A patch for what has a label was not put in.',
    },
  ]);
});

it('goes on where kustomizations go round in a circle, are broken, or write code in names', async () => {
  const found = await discoverIn({
    'a/kustomization.yaml': 'resources: [../b]\n',
    'b/kustomization.yaml': 'resources: [../a]\n',
    'c/kustomization.yaml': 'resources: [x.yaml\nimages: 7\n',
    "d'; rm -rf x/kustomization.yaml":
      'resources: [ok.yaml]\nnamePrefix: "$(rm -rf x) "\npatches: [{target: {name: "((("}, patch: "- op: add\\n  path: 5\\n"}]\nreplicas: x\n',
    "d'; rm -rf x/ok.yaml":
      'apiVersion: v1\nkind: Pod\nmetadata: {name: ok}\nspec: {containers: [{name: ok, image: "ok:1"}]}\n',
  });
  expect(rowsOf(found, 'components')['ok']?.['version']).toBe('1');
  expect(found.problems.map(({file}) => file)).toContain('c/kustomization.yaml');
  expect(found.drafts.filter(({kind}) => kind === 'runbook')).toEqual([]);
});
