import {expect, it} from 'vitest';
import {discoverIn} from '../discover-in.ts';

it('drafts runbooks of what operates the system, and of nothing else', async () => {
  const {drafts, problems} = await discoverIn({
    Makefile:
      '.PHONY: up down\nVERSION := 1\nup: build ## Start all\n\tdocker compose up -d\ndown:\n\tx\nbuild test:\n\tx\nbackup-db:\n\t./x\nrun-dev:\n\tx\n',
    'package.json':
      '{\n  "scripts": {\n    "start": "node .",\n    "start:dev": "x",\n    "db:migrate": "x",\n    "lint": "x"\n  }\n}\n',
    'web/package.json': '{"scripts": ',
    'scripts/restore.sh': '#!/bin/sh\n',
    'scripts/build.sh': '#!/bin/sh\n',
    'ops/check/health.sh': '#!/bin/sh\n',
  });
  const runbooks = drafts.filter(({kind}) => kind === 'runbook');
  expect(runbooks.map(({fields, source}) => [fields['name'], fields['effect'], source])).toEqual([
    ['Start: make up', 'changes', 'Makefile:3'],
    ['Stop: make down', 'changes', 'Makefile:5'],
    ['Back up: make backup-db', 'changes', 'Makefile:9'],
    ['Check health: ./ops/check/health.sh', 'safe', 'ops/check/health.sh:1'],
    ['Start: npm run start', 'changes', 'package.json:3'],
    ['Migrate: npm run db:migrate', 'changes', 'package.json:5'],
    ['Restore: ./scripts/restore.sh', 'changes', 'scripts/restore.sh:1'],
  ]);
  expect(runbooks.every(({fields}) => fields['purpose'] === undefined)).toBe(true);
  expect(problems).toContainEqual({file: 'web/package.json', message: 'This is no JSON.'});
});
