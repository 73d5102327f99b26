import {expect, it} from 'vitest';
import {checksOf, discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const shop = {
  '.gitignore': '.env\ndocker-compose.override.yml\n',
  '.env': 'DB_PASSWORD=hunter2horse\nTAG=2.4.1\n',
  'docker-compose.override.yml': 'services:\n  api:\n    environment: {DEBUG: "0"}\n',
  'docker-compose.prod.yml': 'services:\n  api:\n    image: never/loaded:9\n',
  'docker-compose.example.yml': 'services:\n  sample:\n    image: sample:1\n',
  'docker-compose.yml': `name: shop
x-base: &base
  restart: unless-stopped

services:
  web:
    <<: *base
    image: nginx:1.27-alpine
    ports:
      - "80:80"
      - "443:443"
    depends_on: [api]
  api:
    <<: *base
    build: {context: ./api}
    image: registry.shop.example:5000/shop/api:\${TAG:-2.4.0}
    environment:
      DATABASE_URL: postgres://shop:\${DB_PASSWORD}@db:5432/shop
      LOG_LEVEL: \${LOG_LEVEL:-info}
      SMTP_HOST: smtp.mailer.example
      SMTP_PORT: 587
      SESSION_SECRET: correct-horse-battery
      EMPTY: ""
      PASSED:
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/healthz"]
    ports: ["127.0.0.1:8080:8080"]
    depends_on:
      migrate: {condition: service_completed_successfully}
      db: {condition: service_healthy}
  migrate:
    build: ./api
    command: npm run migrate
    restart: "no"
  db:
    <<: *base
    image: postgres:16.4-alpine
    environment:
      - POSTGRES_PASSWORD=\${DB_PASSWORD:?set it}
      - POSTGRES_DB=shop
    volumes:
      - pgdata:/var/lib/postgresql/data
      - ./init.sql:/docker-entrypoint-initdb.d/init.sql:ro
    healthcheck:
      test: pg_isready -d $$POSTGRES_DB
    labels:
      ofelia.enabled: "true"
      ofelia.job-exec.dump.schedule: "0 0 3 * * *"
      ofelia.job-exec.dump.command: "pg_dump -U shop shop"
  dns:
    image: coredns/coredns:1.11.3
    ports:
      - {target: 53, published: "5353", protocol: udp}
      - "10.0.0.5:5300-5310:5300-5310/udp"
  loadtest:
    image: grafana/k6:latest
    profiles: [test]
  # cache:
  #   image: redis:6
volumes: {pgdata: {}}
secrets: {cert: {file: ./certs/tls.pem}}
`,
};

// Counted by hand: 6 services, 6 published ports or ranges, 1 job, 1 volume, 1 secret.
it('finds every service, image, version and port of a shop, and nothing else', async () => {
  const found = await discoverIn(shop);
  expect(found.problems).toEqual([]);
  const components = rowsOf(found, 'components');
  const told = Object.values(components).map(({name, version, calls = ''}) => [
    name,
    version,
    calls,
  ]);
  expect(told).toEqual([
    ['web', '1.27', 'api'],
    ['api', '2.4.1', 'migrate, db'],
    ['migrate', 'unknown', ''],
    ['db', '16.4', ''],
    ['dns', '1.11.3', ''],
    ['loadtest', 'unknown', ''],
  ]);
  expect(Object.values(components).map(({place}) => place)).toEqual([
    'container of nginx:1.27-alpine; port 80; port 443',
    'container of registry.shop.example:5000/shop/api:2.4.1, built from api/Dockerfile; port 127.0.0.1:8080',
    'container built from api/Dockerfile',
    'container of postgres:16.4-alpine',
    'container of coredns/coredns:1.11.3; port 5353 UDP, 53 in the container; port 10.0.0.5:5300-5310 UDP',
    'container of grafana/k6:latest; off by default: profile test',
  ]);
  expect(components['migrate']).toMatchObject({purpose: 'runs once and ends'});
  expect(components['db']).toMatchObject({purpose: 'PostgreSQL, database'});
  expect(flowsOf(found)).toEqual([
    'whoever reaches the host > web at 80, TCP',
    'whoever reaches the host > web at 443, TCP',
    'the host itself > api at 8080, TCP',
    'api > db at 5432, TCP',
    'api > smtp.mailer.example at 587, TCP',
    'whoever reaches the host > dns at 5353, UDP',
    'whoever reaches 10.0.0.5 of the host > dns at 5300-5310, UDP',
  ]);
  expect(Object.keys(rowsOf(found, 'dependencies'))).toEqual(['smtp.mailer.example']);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'dump in db: pg_dump -U shop shop', rhythm: '0 0 3 * * *'},
  ]);
  expect(Object.values(rowsOf(found, 'data'))).toEqual([
    {name: 'pgdata', place: 'volume pgdata, at /var/lib/postgresql/data in db (PostgreSQL)'},
  ]);
  expect(Object.values(rowsOf(found, 'access'))).toEqual([
    {name: 'Secret cert', secret: './certs/tls.pem'},
  ]);
});

it('says where each of these stands', async () => {
  const {drafts, suggestions, left} = await discoverIn(shop);
  const sourceOf = (key: string) => drafts.find((draft) => draft.key === key)?.source;
  expect(sourceOf('row components web')).toBe('docker-compose.yml:6');
  expect(sourceOf('row settings api DEBUG')).toBe('docker-compose.override.yml:3');
  expect(sourceOf('check web answers on port 443')).toBe('docker-compose.yml:11');
  expect(suggestions).toEqual([{for: 'system', text: 'shop', source: 'docker-compose.yml'}]);
  expect(left).toEqual([
    {file: 'docker-compose.example.yml', why: 'it is an example'},
    {
      file: 'docker-compose.prod.yml',
      why: 'docker-compose.yml and docker-compose.override.yml do not load it',
    },
  ]);
});

it('drafts checks of what runs, as it is reached from the host', async () => {
  expect(checksOf(await discoverIn(shop))).toEqual({
    'web answers on port 80': {tcp: '127.0.0.1:80'},
    'web answers on port 443': {tcp: '127.0.0.1:443'},
    'api answers on port 8080 of 127.0.0.1': {tcp: '127.0.0.1:8080'},
    'api is healthy': {http: 'http://127.0.0.1:8080/healthz'},
    'db is healthy': {
      command: ['docker', 'compose', 'exec', '-T', 'db', 'sh', '-c', 'pg_isready -d $POSTGRES_DB'],
      expect: {exit: 0},
    },
    'dns listens on port 5353, UDP': {port: {number: 5353, protocol: 'udp'}},
  });
});

it('shows what the environment is set to, and of a secret only its place', async () => {
  const found = await discoverIn(shop);
  const settings = rowsOf(found, 'settings');
  const values = Object.entries(settings).map(([name, {value}]) => [name, value]);
  expect(Object.fromEntries(values)).toEqual({
    'api: DATABASE_URL': 'in .env, not shown',
    'api: LOG_LEVEL': 'info',
    'api: SMTP_HOST': 'smtp.mailer.example',
    'api: SMTP_PORT': '587',
    'api: SESSION_SECRET': 'in docker-compose.yml, not shown',
    'api: EMPTY': 'empty',
    'api: PASSED': 'in the shell that starts it, not shown',
    'api: DEBUG': '0',
    'db: POSTGRES_PASSWORD': 'in .env, not shown',
    'db: POSTGRES_DB': 'shop',
    DB_PASSWORD: 'in .env, not shown',
    TAG: 'in .env, not shown',
  });
  expect(settings['api: LOG_LEVEL']).toMatchObject({usual: 'info', source: 'docker-compose.yml'});
  expect(JSON.stringify(found)).not.toMatch(/hunter2|battery|redis|never\/loaded|sample:1/);
});
