// Each discoverer with a file of its kind that holds secrets, that is broken, and that is hostile. A
// discoverer without its line here fails.
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {discover} from '../../source/discovery/discover.ts';
import {discoverers} from '../../source/discovery/registry.ts';
import {expectValid} from './discover-in.ts';
import {makeFolder, type Files} from './make-folder.ts';

const planted = 'hunter2horsebattery';
const key = ['AKIA', 'QWERTYUIOPASDFGH'].join('');
const token = ['ghp', '1234567890abcdefghijklmnopqrstuvwxyzAB'].join('_');

interface Kind {
  /** Files in which secrets stand wherever people put them. */
  readonly secret: Files;
  /** A file that is broken, the line that is named, and what is found all the same in it or beside it. */
  readonly broken?: {
    readonly files: Files;
    readonly file: string;
    readonly line: number;
    readonly goesOn: RegExp;
  };
  /** A file of its kind, by its name, for what is said of any content. */
  readonly file: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  compose: {
    file: 'compose.yaml',
    secret: {
      'compose.yaml': `services:
  api:
    image: "api:1"
    build: {context: ., args: {NPM_TOKEN: ${token}, API_PASSWORD: ${planted}}}
    command: ["run", "--password", "${planted}", "--token=${token}"]
    environment:
      DB_PASSWORD: ${planted}
      DATABASE_URL: postgres://shop:${planted}@db:5432/shop
      AWS_KEY: ${key}
    labels: {ofelia.job-run.x.schedule: "@daily", ofelia.job-run.x.command: "dump --password=${planted}"}
    healthcheck: {test: "curl -u admin:${planted} http://localhost/"}
`,
    },
    broken: {
      files: {'compose.yaml': 'services:\n  ok: {image: "ok:1"}\n  bad: {image: "bad:2"\n'},
      file: 'compose.yaml',
      line: 4,
      goesOn: /"ok"/,
    },
  },
  'env-files': {
    file: '.env',
    secret: {'.env': `DB_PASSWORD=${planted}\nexport TOKEN="${token}"\nPLAIN=${planted}\n`},
    broken: {files: {'.env': 'A=1\n?!\nB=2\n'}, file: '.env', line: 2, goesOn: /"B"/},
  },
  dockerfiles: {
    file: 'Dockerfile',
    secret: {
      Dockerfile: `ARG TOKEN=${token}\nFROM node:24\nENV DB_PASSWORD=${planted}\nRUN curl -u admin:${planted} https://x.example\nLABEL version=1 key=${planted}\nHEALTHCHECK CMD curl -H "Authorization: Bearer ${token}" http://localhost/\n`,
    },
  },
  procfile: {
    file: 'Procfile',
    secret: {Procfile: `web: DB_PASSWORD=${planted} run --token=${token}\n`},
    broken: {
      files: {Procfile: 'web: run\n!!!\nworker: work\n'},
      file: 'Procfile',
      line: 2,
      goesOn: /"worker"/,
    },
  },
  crontabs: {
    file: 'crontab',
    secret: {crontab: `0 3 * * * curl -u admin:${planted} https://x.example/?token=${token}\n`},
    broken: {
      files: {crontab: '0 3 * * * dump\nnonsense\n0 4 * * * prune\n'},
      file: 'crontab',
      line: 2,
      goesOn: /prune/,
    },
  },
  schedules: {
    file: 'config/sidekiq.yml',
    secret: {
      'config/schedule.rb': `every 1.day do\n  command "dump --password=${planted}"\nend\n`,
      'config/sidekiq.yml': `x:\n  cron: "0 3 * * *"\n  class: A\n  args: [${planted}]\n`,
    },
    broken: {
      files: {'config/recurring.yml': 'a:\n  cron: "0 3 * * *"\n  class: Ok\nb: [\n'},
      file: 'config/recurring.yml',
      line: 5,
      goesOn: /Ok/,
    },
  },
  logrotate: {
    file: 'logrotate.conf',
    secret: {
      'logrotate.conf': `/var/log/x.log {\n  daily\n  postrotate\n    curl -u a:${planted} x\n  endscript\n}\n`,
    },
    broken: {
      files: {'logrotate.conf': '/var/log/a.log {\n daily\n}\n/var/log/b.log {\n'},
      file: 'logrotate.conf',
      line: 4,
      goesOn: /a\.log/,
    },
  },
  targets: {
    file: 'Makefile',
    secret: {
      Makefile: `deploy:\n\tcurl -u admin:${planted} https://x.example\n`,
      'package.json': `{"scripts": {"start": "TOKEN=${token} node ."}}`,
    },
  },
  manifests: {
    file: 'package.json',
    secret: {
      'package.json': `{"name": "x", "version": "1.0.0", "config": {"password": "${planted}"}, "dependencies": {"pg": "git+https://u:${planted}@x.example/pg.git"}}`,
    },
    broken: {
      files: {'package.json': '{"name": "x", ', 'go.mod': 'module ok\n\ngo 1.23\n'},
      file: 'package.json',
      line: 0,
      goesOn: /1\.23/,
    },
  },
  'release-files': {
    file: 'CHANGELOG.md',
    secret: {'CHANGELOG.md': `## 1.2.3\n\nThe password was ${planted}\n`},
  },
  readme: {
    file: 'README.md',
    secret: {
      'README.md': `# Shop\n\n[dashboard](https://admin:${planted}@grafana.example/?token=${token})\n`,
    },
  },
  git: {
    file: '.git',
    secret: {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/objects/.keep': '',
      '.git/refs/heads/.keep': '',
      '.git/config': `[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = https://ci:${token}@git.example/shop.git\n[remote "b"]\n\turl = https://u:${planted}@git.example/b.git\n`,
    },
  },
  kubernetes: {
    file: 'k8s/api.yaml',
    secret: {
      'k8s/api.yaml': `apiVersion: v1
kind: Secret
metadata: {name: db, annotations: {last: "password=${planted}"}}
stringData: {password: ${planted}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {DB_PASSWORD: ${planted}, url: "postgres://a:${planted}@db/x", file.ini: "[db]\\npassword = ${planted}\\n"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec: {template: {spec: {containers: [{name: api, image: "api:1", args: ["--password=${planted}"], env: [{name: TOKEN, value: ${token}}]}]}}}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: r}
spec: {chart: {spec: {chart: c}}, values: {auth: {password: ${planted}}}}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a}
spec: {source: {repoURL: "https://u:${planted}@git.example/x.git", path: "."}}
`,
    },
    broken: {
      files: {
        'k8s/a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: a\n',
        'k8s/b.yaml':
          'apiVersion: v1\nkind: Service\nmetadata: {name: fine}\nspec: {ports: [{port: 80}]}\n',
      },
      file: 'k8s/a.yaml',
      line: 4,
      goesOn: /fine/,
    },
  },
  kustomize: {
    file: 'kustomization.yaml',
    secret: {
      'kustomization.yaml': `secretGenerator: [{name: s, literals: ["password=${planted}"]}]\nconfigMapGenerator: [{name: c, literals: ["DB_PASSWORD=${planted}", "T=${token}"]}]\n`,
    },
    broken: {
      files: {
        'kustomization.yaml': 'resources: [api.yaml]\npatches: [\n',
        'api.yaml':
          'apiVersion: v1\nkind: Service\nmetadata: {name: fine}\nspec: {ports: [{port: 80}]}\n',
      },
      file: 'kustomization.yaml',
      line: 3,
      goesOn: /fine/,
    },
  },
  helm: {
    file: 'chart/Chart.yaml',
    secret: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'chart/values.yaml': `image: {repository: shop, tag: "1"}\nauth: {password: ${planted}, token: ${token}}\nextraEnv: [{name: DB_PASSWORD, value: ${planted}}]\n`,
      'chart/values-prod.yaml': `auth: {password: ${planted}x}\nurl: "amqp://u:${planted}@mq/"\n`,
    },
    broken: {
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
        'chart/values.yaml': 'image: {repository: shop\n',
      },
      file: 'chart/values.yaml',
      line: 2,
      goesOn: /shop/,
    },
  },
  terraform: {
    file: 'main.tf',
    secret: {
      'main.tf': `variable "db_password" { default = "${planted}" }\nresource "aws_db_instance" "db" {\n  engine = "postgres"\n  password = "${planted}"\n  tags = { token = "${token}" }\n}\noutput "x" {\n  sensitive = true\n  value = "${planted}"\n}\n`,
      'terraform.tfvars': `db_password = "${planted}"\napi_token = "${token}"\n`,
    },
    broken: {
      files: {
        'main.tf':
          'resource "aws_s3_bucket" "ok" {\n  bucket = "b"\n}\nresource "aws_s3_bucket" "bad" {\n  bucket = "b\n',
      },
      file: 'main.tf',
      line: 6,
      goesOn: /aws_s3_bucket\.ok/,
    },
  },
  ansible: {
    file: 'hosts.ini',
    secret: {
      'inventory/hosts.ini': `[web]\nweb-1 ansible_host=10.0.0.1 ansible_password=${planted} ansible_become_pass=${planted}\n[all:vars]\ndb_password=${planted}\n`,
      'site.yml': `- hosts: web\n  vars: {db_password: ${planted}}\n  tasks:\n    - name: Run\n      command: dump --password=${planted}\n    - cron: {name: dump, minute: "0", hour: "3", job: "dump -p${planted} --token=${token}"}\n`,
      'group_vars/all.yml': `db_password: ${planted}\nurl: "redis://:${planted}@cache:6379"\n`,
    },
  },
  systemd: {
    file: 'shop.service',
    secret: {
      'shop.service': `[Service]\nEnvironment="DB_PASSWORD=${planted}" TOKEN=${token}\nExecStart=/opt/shop --password=${planted} --token ${token}\n`,
    },
    broken: {
      files: {'shop.service': '[Service]\nExecStart=/opt/shop\nwhat is this\nUser=shop\n'},
      file: 'shop.service',
      line: 3,
      goesOn: /as shop/,
    },
  },
  proxies: {
    file: 'nginx.conf',
    secret: {
      'nginx.conf': `http { server { listen 80; proxy_set_header Authorization "Bearer ${token}"; location / { proxy_pass http://u:${planted}@10.0.0.5:8080; } } }\n`,
      'haproxy.cfg': `frontend a\n  bind :81\nbackend b\n  server s 10.0.0.6:80\n  stats auth admin:${planted}\n`,
      Caddyfile: `x.example {\n  basicauth { admin ${planted} }\n  reverse_proxy http://u:${planted}@10.0.0.7:80\n}\n`,
    },
    broken: {
      files: {'nginx.conf': 'http {\n  server {\n    listen 8081;\n    proxy_pass http://a:1\n'},
      file: 'nginx.conf',
      line: 1,
      goesOn: /8081/,
    },
  },
  scrapers: {
    file: 'prometheus.yml',
    secret: {
      'prometheus.yml': `scrape_configs:\n  - job_name: a\n    basic_auth: {username: a, password: ${planted}}\n    bearer_token: ${token}\n    static_configs: [{targets: ["https://u:${planted}@x.example:9100"]}]\nremote_write: [{url: "https://u:${planted}@w.example/push?token=${token}"}]\n`,
    },
    broken: {
      files: {
        'prometheus.yml':
          'scrape_configs:\n  - static_configs: [{targets: ["ok:9100"]}]\n  - bad: [\n',
      },
      file: 'prometheus.yml',
      line: 4,
      goesOn: /ok/,
    },
  },
};

async function look(files: Files) {
  await using folder = makeFolder(files);
  const found = await discover(folder.path);
  await expectValid(found);
  return found;
}

it('stands here for each discoverer', () => {
  const names = discoverers.map(({name}) => name);
  expect(Object.keys(kinds).toSorted()).toEqual(names.toSorted());
});

it.each(Object.entries(kinds))(
  '%s: no secret of its files is in anything that is told',
  async (_, kind) => {
    const found = await look(kind.secret);
    const text = JSON.stringify({...found, read: [], left: []});
    for (const secret of [planted, key, token]) expect(text).not.toContain(secret);
    expect(found.drafts.length + found.suggestions.length).toBeGreaterThan(0);
  },
);

it.each(Object.entries(kinds).filter(([, {broken}]) => broken))(
  '%s: what is broken is named with its line, and the rest goes on',
  async (_, {broken}) => {
    if (!broken) return;
    const found = await look(broken.files);
    const problem = found.problems.find(({file}) => file === broken.file);
    expect([problem?.file, problem?.line ?? 0]).toEqual([broken.file, broken.line]);
    expect(problem?.message).toMatch(/^[A-Z].{8,}/);
    expect(JSON.stringify(found.drafts)).toMatch(broken.goesOn);
  },
);

describe.each(Object.entries(kinds).filter(([name]) => name !== 'git'))('%s', (_, {file}) => {
  const beside = {'beside/Procfile': 'web: run\n'};
  const mess = `{{{[[[\\"'<<< - : ${'&a *a '.repeat(50)}\n`;
  it.each([
    ['a mess', mess.repeat(40)],
    ['nothing but brackets', '{['.repeat(5000)],
    ['one line of half a million', 'a'.repeat(500_000)],
    ['ten thousand words', 'a: b '.repeat(10_000)],
    ['lines that all begin the same', '  - a:\n'.repeat(3000)],
    ['escapes of a terminal', 'web: \u001B]0;x\u0007\u001B[31m run\nname: "\u001B[2J"\n'],
  ])('of %s ends, and what lies beside it is found', async (_name, text) => {
    const found = await look({...beside, [file]: text});
    expect(found.drafts.map(({key: name}) => name)).toContain('row components beside/web');
  });

  it('of two megabytes is told and not read', async () => {
    await using folder = makeFolder(beside);
    folder.write(file, `${'#'.repeat(2 * 1024 * 1024)}\n`);
    const found = await discover(folder.path);
    expect(found.problems).toContainEqual({file, message: 'Not read: it has more than 1 MB.'});
    expect(found.read).toEqual([path.join('beside', 'Procfile')]);
  });
});
