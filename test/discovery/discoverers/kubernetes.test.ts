import {expect, it} from 'vitest';
import {checksOf, discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const shop = {
  '.github/workflows/deploy.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: never}\n',
  'values.yaml': 'kind: of values\nimage: never/loaded:1\n',
  'src/api/Dockerfile': 'FROM node:22.1\n',
  'k8s/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      initContainers:
        - name: migrate
          image: registry.shop.example/shop/api:2.4.1
          command: [npm, run, migrate]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.11.0
          restartPolicy: Always
      containers:
        - name: log-shipper
          image: fluent/fluent-bit:3.1.4
        - name: api
          image: registry.shop.example/shop/api:2.4.1
          ports:
            - {name: web, containerPort: 8080}
            - {name: metrics, containerPort: 9090}
          env:
            - {name: DATABASE_URL, value: "postgres://shop:hunter2horse@db:5432/shop"}
            - {name: LOG_LEVEL, value: info}
            - {name: SESSION_SECRET, value: correct-horse-battery}
            - name: DB_PASSWORD
              valueFrom: {secretKeyRef: {name: db, key: password}}
            - name: POD_NAME
              valueFrom: {fieldRef: {fieldPath: metadata.name}}
          envFrom:
            - configMapRef: {name: api-settings}
          readinessProbe:
            httpGet: {path: /healthz, port: web}
          resources:
            requests: {cpu: 100m, memory: 64Mi}
            limits: {memory: 128Mi}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec:
  selector: {app: api}
  ports:
    - {name: http, port: 80, targetPort: web}
    - {name: metrics, port: 9090}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: api-settings, namespace: shop}
data:
  MAIL_HOST: smtp.mailer.example
  MAIL_PORT: "587"
  API_TOKEN: correct-horse-battery
  app.ini: |
    a=1
    b=2
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: api, namespace: shop}
spec:
  scaleTargetRef: {kind: Deployment, name: api}
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: api, namespace: shop}
spec: {minAvailable: 1, selector: {matchLabels: {app: api}}}
`,
  'k8s/list.yml': `apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db, namespace: shop}
    spec:
      template:
        metadata: {labels: {app: db}}
        spec:
          containers:
            - name: postgres
              image: postgres:16.4-alpine
              readinessProbe: {exec: {command: [pg_isready, -U, shop]}}
              volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
      volumeClaimTemplates:
        - metadata: {name: data}
          spec: {storageClassName: fast, resources: {requests: {storage: 20Gi}}}
  - apiVersion: v1
    kind: Service
    metadata: {name: db, namespace: shop}
    spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
  - apiVersion: v1
    kind: Secret
    metadata: {name: db, namespace: shop}
    stringData: {password: hunter2horse}
  - apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: dns, namespace: shop}
    spec:
      template:
        metadata: {labels: {app: dns}}
        spec:
          containers:
            - {name: dns, image: "coredns/coredns:latest"}
  - apiVersion: v1
    kind: Service
    metadata: {name: dns, namespace: shop}
    spec:
      type: NodePort
      selector: {app: dns}
      ports: [{name: dns, port: 53, protocol: UDP, nodePort: 30053}]
  # - {apiVersion: v1, kind: Pod, metadata: {name: never}}
`,
  'k8s/jobs.yaml': `apiVersion: batch/v1
kind: CronJob
metadata: {name: dump, namespace: shop}
spec:
  schedule: "0 3 * * *"
  timeZone: Europe/Berlin
  jobTemplate: {spec: {template: {spec: {containers: [{name: dump, image: "postgres:16.4"}]}}}}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: old-report, namespace: shop}
spec:
  schedule: "@weekly"
  suspend: true
  jobTemplate: {spec: {template: {spec: {containers: [{name: r, image: "shop/report:1.1"}]}}}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: seed, namespace: shop}
spec: {template: {spec: {containers: [{name: seed, image: "shop/seed:1.10"}]}}}
`,
  'k8s/edge.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  tls: [{hosts: [shop.example.com], secretName: shop-tls}]
  rules:
    - host: shop.example.com
      http: {paths: [{path: /, backend: {service: {name: api, port: {number: 80}}}}]}
    - host: old.example.com
      http: {paths: [{path: /v1, backend: {service: {name: api, port: {number: 80}}}}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {listeners: [{name: https, port: 8443, protocol: HTTPS, hostname: "*.shop.example"}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: api, namespace: shop}
spec:
  parentRefs: [{name: edge}]
  hostnames: [api.shop.example]
  rules: [{backendRefs: [{name: api, port: 80}]}]
---
apiVersion: v1
kind: Service
metadata: {name: payments, namespace: shop}
spec: {type: ExternalName, externalName: pay.bank.example}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: uploads, namespace: shop}
spec: {resources: {requests: {storage: 5Gi}}}
`,
};

// Counted by hand: 6 workloads with 9 containers, 3 services with ports, 3 hosts and a listener, 2 schedules,
// 2 claims, 2 secrets by name.
it('finds every workload, image, port, host and schedule of a shop, and nothing else', async () => {
  const found = await discoverIn(shop);
  expect(found.problems).toEqual([]);
  const components = Object.values(rowsOf(found, 'components'));
  expect(components.map(({name, version, calls = ''}) => [name, version, calls])).toEqual([
    ['api', '2.4.1', 'db'],
    ['api: log-shipper', '3.1.4', ''],
    ['api: migrate', '2.4.1', ''],
    ['api: proxy', '2.11.0', ''],
    ['dump', '16.4', ''],
    ['old-report', '1.1', ''],
    ['seed', '1.10', ''],
    ['db', '16.4', ''],
    ['dns', 'unknown', ''],
  ]);
  const [api, , migrate, proxy, , report] = components;
  expect(api?.['place']).toBe(
    'Deployment api in namespace shop; replicas: 3; container of registry.shop.example/shop/api:2.4.1; port 8080 (web); port 9090 (metrics)',
  );
  expect(migrate?.['purpose']).toBe('runs once and ends, before api starts');
  expect(proxy?.['purpose']).toBe('runs beside api');
  expect(report?.['place']).toContain('off by default: suspended');
  expect(flowsOf(found)).toEqual([
    'inside of the cluster > api at 80, TCP',
    'inside of the cluster > api at 9090, TCP',
    'inside of the cluster > db at 5432, TCP',
    'whoever reaches a node > dns at 53, UDP',
    'api > smtp.mailer.example at 587, TCP',
    'api > db at 5432, TCP',
    'whoever calls shop.example.com > api at 443, HTTPS',
    'whoever calls old.example.com > api at 80, HTTP',
    'whoever calls *.shop.example > Gateway edge at 8443, HTTPS',
    'whoever calls api.shop.example > api at 8443, HTTPS',
  ]);
  expect(Object.keys(rowsOf(found, 'dependencies'))).toEqual([
    'pay.bank.example',
    'smtp.mailer.example',
  ]);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'CronJob dump', rhythm: '0 3 * * *, Europe/Berlin'},
    {name: 'CronJob old-report', rhythm: '@weekly; suspended'},
  ]);
  expect(Object.values(rowsOf(found, 'data')).map(({place}) => place)).toEqual([
    'PersistentVolumeClaim uploads in namespace shop, 5Gi',
    'a PersistentVolumeClaim of each pod, 20Gi, storage class fast, at /var/lib/postgresql/data in db',
  ]);
  expect(Object.values(rowsOf(found, 'access')).map(({secret}) => secret)).toEqual([
    'Secret db in namespace shop, keys password',
    'Secret shop-tls in namespace shop',
  ]);
  expect(Object.values(rowsOf(found, 'capacity'))).toEqual([
    {name: 'CPU and memory of api', limit: '128Mi memory; asks for 100m cpu, 64Mi memory'},
    {name: 'Replicas of api', limit: '10, from 2; grows by 70 % cpu'},
  ]);
});

it('shows what is set, and of a secret only its place', async () => {
  const found = await discoverIn(shop);
  const settings = Object.entries(rowsOf(found, 'settings')).map(([name, {value}]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(settings)).toEqual({
    'api-settings: MAIL_HOST': 'smtp.mailer.example',
    'api-settings: MAIL_PORT': '587',
    'api-settings: API_TOKEN': 'in ConfigMap api-settings, not shown',
    'api-settings: app.ini': 'a file of 2 lines',
    'api: DATABASE_URL': expect.not.stringContaining('hunter2') as unknown,
    'api: LOG_LEVEL': 'info',
    'api: SESSION_SECRET': 'in k8s/api.yaml, not shown',
    'api: DB_PASSWORD': 'in Secret db, key password, not shown',
    'api: minAvailable': '1',
    'api: base image': 'node:22.1',
  });
  expect(JSON.stringify(found)).not.toMatch(/hunter2|battery|never/);
});

it('drafts checks that look, and runbooks with their effect', async () => {
  const found = await discoverIn(shop);
  const status = (what: string) => ({
    command: ['kubectl', '-n', 'shop', 'rollout', 'status', what, '--timeout=20s'],
    expect: {exit: 0},
  });
  const raw = '/api/v1/namespaces/shop/services/http:api:80/proxy/healthz';
  const exec = ['exec', 'statefulset/db', '-c', 'postgres', '--', 'pg_isready', '-U', 'shop'];
  expect(checksOf(found)).toEqual({
    'Certificate of shop.example.com has time left': {
      tls: 'shop.example.com:443',
      expect: {days_left: {at_least: 14}},
    },
    'Certificate of api.shop.example has time left': {
      tls: 'api.shop.example:8443',
      expect: {days_left: {at_least: 14}},
    },
    'api is rolled out': status('deployment/api'),
    'api answers as its probe asks': {
      command: ['kubectl', 'get', '--raw', raw],
      expect: {exit: 0},
    },
    'db is rolled out': status('statefulset/db'),
    'db answers as its probe asks': {
      command: ['kubectl', '-n', 'shop', ...exec],
      expect: {exit: 0},
    },
    'dns is rolled out': status('daemonset/dns'),
  });
  const runbooks = found.drafts.filter(({kind}) => kind === 'runbook');
  expect(runbooks.map(({fields}) => [fields['name'], fields['effect']])).toEqual([
    ['See what runs in Kubernetes in namespace shop', 'safe'],
    ['Read the logs in Kubernetes in namespace shop', 'safe'],
    ['Restart api in Kubernetes', 'changes'],
    ['Restart db in Kubernetes', 'changes'],
    ['Restart dns in Kubernetes', 'changes'],
  ]);
  expect(runbooks.every(({fields}) => fields['purpose'] === undefined)).toBe(true);
});

const pod = (name: string, image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: c, image: "${image}"}]}\n`;

it('reads no template as a fact', async () => {
  const found = await discoverIn({
    'a.yaml':
      '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\nmetadata: {name: never}\n{{- end }}\n',
    'b.yaml': pod('"{{ name }}"', 'never:1'),
    'c.yaml': pod('web', 'shop/web:{{ tag }}'),
    'd.yaml': pod('old', 'shop/old:${TAG}'),
    'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 0.1.0\n',
    'chart/templates/pod.yaml': pod('never', 'never:1'),
  });
  const components = rowsOf(found, 'components');
  expect([components['web']?.['version'], components['old']?.['version']]).toEqual([
    'unknown',
    'unknown',
  ]);
  expect(JSON.stringify(found.drafts)).not.toMatch(/never|\{\{/);
  expect(found.left).toContainEqual({
    file: 'a.yaml',
    why: 'it is a template, which is filled in elsewhere',
  });
});

it('counts the same product in several files once, and tells two of one name apart', async () => {
  const found = await discoverIn({
    'release/all.yaml': pod('api', 'shop/api:2.0'),
    'src/api.yaml': pod('api', 'api'),
    'billing/db.yaml': pod('db', 'postgres:16.1'),
    'search/db.yaml': pod('db', 'mongo:7.0'),
  });
  const keys = found.drafts.filter(({register}) => register === 'components').map(({key}) => key);
  expect(keys).toEqual([
    'row components billing/db',
    'row components api',
    'row components search/db',
  ]);
  expect(rowsOf(found, 'components')['api']?.['version']).toBe('2.0');
});

it('goes on after what is broken, hostile or makes no sense', async () => {
  const bomb = ['x0: &x0 [a, b, c, d, e, f, g, h, i]'];
  for (let at = 1; at < 30; at++)
    bomb.push(
      `x${at}: &x${at} [${Array(9)
        .fill(`*x${at - 1}`)
        .join(', ')}]`,
    );
  const found = await discoverIn({
    'a.yaml': `${pod('ok', 'ok:1')}---\napiVersion: v1\nkind: Pod\nmetadata: {name: "bad\n`,
    'b.yaml': `${bomb.join('\n')}\napiVersion: v1\nkind: Pod\nmetadata: {name: boom, labels: *x29}\nspec: {containers: *x29, volumes: *x29}\n`,
    'c.yaml': 'apiVersion: v1\nkind: [Pod]\nmetadata: 7\n',
    'd.yaml':
      'apiVersion: v1\nkind: Service\nmetadata: {name: odd}\nspec: {ports: 5, selector: [1], type: {a: 1}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: empty}\nspec:\n---\napiVersion: v1\nkind: List\nitems: {a: 1}\n',
    'e.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: sh, namespace: "x; rm -rf /"}\nspec: {template: {spec: {containers: [{name: c, image: "a:1"}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: "$(rm -rf /)"}\n',
  });
  expect(Object.keys(rowsOf(found, 'components'))).toEqual(expect.arrayContaining(['ok']));
  expect(found.problems.map(({file}) => file)).toContain('a.yaml');
  expect(JSON.stringify(found.drafts)).not.toContain('rm -rf');
});
