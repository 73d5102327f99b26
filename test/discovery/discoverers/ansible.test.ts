import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

const site = {
  'inventory/hosts.ini': `# [never]
[web]
web[01:03].shop.example ansible_user=deploy
[db]
db1 ansible_host=10.0.0.5 ansible_password=hunter2horse ; the old one
[shop:children]
web
db
[shop:vars]
token=correct-horse-battery
`,
  'inventory/group_vars/all.yml': 'domain: shop.example\ndb_password: hunter2horse\n',
  'inventory/group_vars/db/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n3132\n',
  'site.yml': `- hosts: web
  roles: [common, nginx, {role: app}]
  tasks:
    - cron: {name: warm the cache, minute: "*/5", job: /usr/bin/warm}
    - cron: {name: never, state: absent, job: x}
- hosts: db
  tasks:
    - block:
        - ansible.builtin.service: {name: "{{ item }}", state: started}
          loop: [postgresql, pgbouncer]
    - service: name=crond state=started enabled=yes
    - service: {name: never, state: stopped}
`,
  'roles/nginx/tasks/main.yml':
    '- apt: {name: nginx}\n- ansible.builtin.systemd: {name: nginx.service, enabled: true}\n',
  'roles/nginx/defaults/main.yml': 'nginx_version: "1.26.1"\n',
  'roles/app/tasks/main.yml':
    '- copy: {src: a, dest: b}\n- service: {name: "{{ never }}", state: started}\n',
  'etc/hosts': '127.0.0.1 localhost\n10.0.0.9 never\n',
};

// Counted by hand: 4 hosts in 3 groups, 4 services and a role, 1 job.
it('finds hosts, groups, services, roles and jobs, and names alone of what is set', async () => {
  const found = await discoverIn(site);
  expect(found.problems).toEqual([]);
  const components = Object.values(rowsOf(found, 'components'));
  expect(components.map(({name, version, place}) => [name, version, place])).toEqual([
    ['nginx', '1.26.1', 'service on hosts of web, by role nginx'],
    ['app', 'unknown', 'role on hosts of web'],
    ['postgresql', 'unknown', 'service on hosts of db'],
    ['pgbouncer', 'unknown', 'service on hosts of db'],
    ['crond', 'unknown', 'service on hosts of db'],
  ]);
  const settings = Object.entries(rowsOf(found, 'settings')).map(([name, {value}]) => [
    name,
    value,
  ]);
  const web = 'web01.shop.example, web02.shop.example, web03.shop.example';
  expect(Object.fromEntries(settings)).toEqual({
    'Ansible: hosts of web': web,
    'Ansible: hosts of db': 'db1 (10.0.0.5)',
    'Ansible: hosts of shop': `${web}, db1 (10.0.0.5)`,
    'db1: ansible_password': 'in inventory/hosts.ini, not shown',
    'all: domain': 'in inventory/group_vars/all.yml, not shown',
    'all: db_password': 'in inventory/group_vars/all.yml, not shown',
  });
  expect(Object.values(rowsOf(found, 'access'))).toEqual([
    {name: 'deploy on web', use: 'ssh to web, as Ansible does'},
  ]);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'warm the cache, on hosts of web', rhythm: '*/5 * * * *'},
  ]);
  expect(found.left).toEqual([
    {file: 'inventory/group_vars/db/vault.yml', why: 'it is encrypted by ansible-vault'},
  ]);
  const runbooks = found.drafts.filter(({kind}) => kind === 'runbook').map(({fields}) => fields);
  expect(runbooks.map(({commands, effect}) => [commands, effect])).toEqual([
    ['ansible -i inventory/hosts.ini all -m ping', 'safe'],
    ['ansible-playbook site.yml', 'changes'],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/hunter2|battery|never/);
});

it('reads an inventory in YAML, and goes on after what is broken or hostile', async () => {
  const found = await discoverIn({
    'inventories/prod/hosts.yml':
      'all:\n  hosts: {mail.example.com: {ansible_user: root}}\n  children:\n    edge:\n      hosts: {w1: , w2: {ansible_port: 2222}}\n',
    'a/hosts': '[web\nw[1:99999999]\n[x:children]\nx\n[y]\nok\nw[01:99][01:99][01:99][01:99]\n',
    'b/site.yml':
      '- hosts: web\n  roles: [../../etc, "{{ x }}", 7]\n  tasks: {a: 1}\n- hosts: "{{ never }}"\n- 5\n- hosts: [a, b\n',
    'c; rm -rf x/hosts': '[web]\nw1 a=1\n',
  });
  const settings = rowsOf(found, 'settings');
  expect(settings['Ansible: hosts of edge']?.['value']).toBe('w1, w2');
  expect(settings['Ansible: hosts of y']?.['value']).toContain('ok');
  expect(found.problems).toContainEqual({file: 'a/hosts', line: 1, message: 'This is no group.'});
  expect(found.problems.map(({file}) => file)).toContain('b/site.yml');
  const runbooks = found.drafts.filter(({kind}) => kind === 'runbook');
  expect(JSON.stringify(runbooks)).not.toContain('rm -rf');
});
