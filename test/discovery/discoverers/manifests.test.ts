import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

/** The folder of a test has a name of its own each time. */
const plain = (text: unknown) => String(text).replace(/handoff-wizard-test-[A-Za-z0-9]+/, 'here');

const facts = (found: Awaited<ReturnType<typeof discoverIn>>) => ({
  components: Object.values(rowsOf(found, 'components')).map(({name, version}) => [name, version]),
  dependencies: Object.values(rowsOf(found, 'dependencies')).map((row) => [
    row['name'],
    plain(row['purpose']),
  ]),
  settings: Object.values(rowsOf(found, 'settings')).map((row) => [
    plain(row['name']),
    row['value'],
  ]),
});

it.each([
  [
    'Node.js',
    {
      'api/package.json':
        '{"name": "@shop/api", "version": "3.1.4", "scripts": {"start": "node ."}, "engines": {"node": ">=20"}, "dependencies": {"pg": "^8.11.0", "left-pad": "1"}, "devDependencies": {"redis": "^4"}}',
      'api/package-lock.json': '{"packages": {"node_modules/pg": {"version": "8.11.3"}}}',
      'api/.nvmrc': '20.11.1\n',
      'lib/package.json': '{"name": "@shop/lib", "version": "9.9.9"}',
    },
    [['@shop/api', '3.1.4']],
    [['PostgreSQL', 'by pg 8.11.3 of @shop/api']],
    [['api: Node.js version', '20.11.1']],
  ],
  [
    'Python',
    {
      'pyproject.toml':
        '[project]\nname = "shop"\nversion = "2.0.1"\nrequires-python = ">=3.12"\ndependencies = ["psycopg[binary]>=3.1", "Django==5.0.4"]\n[dependency-groups]\ndev = ["redis"]\n',
      'uv.lock': '[[package]]\nname = "psycopg"\nversion = "3.1.18"\n',
    },
    [['shop', '2.0.1']],
    [['PostgreSQL', 'by psycopg 3.1.18 of shop']],
    [['here: Python version', '>=3.12']],
  ],
  [
    'Poetry',
    {
      'pyproject.toml':
        '[tool.poetry]\nname = "jobs"\nversion = "0.4.0"\n[tool.poetry.dependencies]\npython = "^3.11"\nredis = {version = "^5.0", extras = ["hiredis"]}\n',
    },
    [['jobs', '0.4.0']],
    [['Redis', 'by redis ^5.0 of jobs']],
    [['here: Python version', '^3.11']],
  ],
  [
    'Go',
    {
      'go.mod':
        'module github.com/acme/shop/v2\n\ngo 1.22.3\n\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.5.5\n\tgithub.com/redis/go-redis/v9 v9.5.1 // indirect\n)\nrequire github.com/segmentio/kafka-go v0.4.47\n',
    },
    [['shop', 'unknown']],
    [
      ['PostgreSQL', 'by github.com/jackc/pgx/v5 5.5.5 of shop'],
      ['Kafka', 'by github.com/segmentio/kafka-go 0.4.47 of shop'],
    ],
    [['here: Go version', '1.22.3']],
  ],
  [
    'Rust',
    {
      'Cargo.toml':
        '[package]\nname = "ledger"\nversion = "1.7.0"\nrust-version = "1.76"\n[dependencies]\ntokio-postgres = "0.7"\n[dev-dependencies]\nredis = "0.25"\n',
      'Cargo.lock': '[[package]]\nname = "tokio-postgres"\nversion = "0.7.10"\n',
    },
    [['ledger', '1.7.0']],
    [['PostgreSQL', 'by tokio-postgres 0.7.10 of ledger']],
    [['here: Rust version', '1.76']],
  ],
  [
    'Java',
    {
      'pom.xml':
        '<project>\n<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.2.5</version></parent>\n<artifactId>billing</artifactId>\n<version>4.2.0</version>\n<properties><java.version>21</java.version><driver>42.7.3</driver></properties>\n<dependencies>\n<!-- <dependency><groupId>redis.clients</groupId><artifactId>jedis</artifactId></dependency> -->\n<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>${driver}</version></dependency>\n</dependencies></project>',
    },
    [['billing', '4.2.0']],
    [['PostgreSQL', 'by org.postgresql:postgresql 42.7.3 of billing']],
    [['here: Java version', '21']],
  ],
  [
    'Ruby',
    {
      Gemfile:
        "source 'https://rubygems.org'\nruby '3.3.0'\ngem 'pg', '~> 1.5'\n# gem 'mysql2'\ngroup :development, :test do\n  gem 'redis'\nend\n",
      'Gemfile.lock': 'GEM\n  specs:\n    pg (1.5.6)\n',
    },
    [],
    [['PostgreSQL', 'by pg 1.5.6 of here']],
    [['here: Ruby version', '3.3.0']],
  ],
  [
    'PHP',
    {
      'composer.json':
        '{"name": "acme/portal", "version": "1.3.0", "require": {"php": "^8.2", "predis/predis": "^2.0"}}',
      'composer.lock': '{"packages": [{"name": "predis/predis", "version": "v2.2.2"}]}',
    },
    [['portal', '1.3.0']],
    [['Redis', 'by predis/predis v2.2.2 of portal']],
    [['here: PHP version', '^8.2']],
  ],
])('reads what runs, in %s', async (_, files, components, dependencies, settings) => {
  const found = await discoverIn(files);
  expect(found.problems).toEqual([]);
  expect(facts(found).components).toEqual(components);
  expect(facts(found).dependencies).toEqual(dependencies);
  expect(facts(found).settings).toEqual(settings);
});

it('fills a service that Docker Compose builds, and needs no database that is a service', async () => {
  const found = await discoverIn({
    'compose.yaml':
      'services:\n  api: {build: ./api, image: shop/api}\n  db: {image: "postgres:16.3"}\n',
    'api/package.json':
      '{\n"name": "@shop/api",\n"version": "3.1.4",\n"dependencies": {"pg": "8", "amqplib": "0.10"}}',
  });
  expect(facts(found).components).toEqual([
    ['api', '3.1.4'],
    ['db', '16.3'],
  ]);
  expect(found.drafts[0]?.source).toBe('compose.yaml:2; api/package.json:3');
  expect(facts(found).dependencies).toEqual([['RabbitMQ', 'by amqplib 0.10 of @shop/api']]);
});

it('tells what it does not understand, and goes on', async () => {
  const found = await discoverIn({
    'a/pyproject.toml': '[project\nname = ',
    'b/package.json': '{"name": 7, "dependencies": ["pg"], "engines": null}',
    'c/composer.json': '[]',
    'go.mod': 'module x.example/ok\n',
  });
  expect(facts(found).components).toEqual([['ok', 'unknown']]);
  expect(found.problems.map(({file}) => file)).toEqual(['a/pyproject.toml']);
});
