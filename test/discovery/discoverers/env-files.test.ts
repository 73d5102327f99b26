import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

it('names what an env file sets, and shows no value', async () => {
  const found = await discoverIn({
    '.gitignore': '.env\n',
    '.env': '# LEFT=out\nLOG_LEVEL=debug\nexport DB_PASSWORD="hunter2 horse"\n\nTAG=1.4.2\n',
    'worker/.env': 'LOG_LEVEL=warn\n',
  });
  expect(rowsOf(found, 'settings')).toEqual({
    LOG_LEVEL: {name: 'LOG_LEVEL', value: 'in .env, not shown', source: '.env'},
    DB_PASSWORD: {name: 'DB_PASSWORD', value: 'in .env, not shown', source: '.env'},
    TAG: {name: 'TAG', value: 'in .env, not shown', source: '.env'},
    'worker/.env: LOG_LEVEL': {
      name: 'worker/.env: LOG_LEVEL',
      value: 'in worker/.env, not shown',
      source: 'worker/.env',
    },
  });
  expect(found.drafts.map(({source}) => source)).toEqual([
    '.env:2',
    '.env:3',
    '.env:5',
    'worker/.env:1',
  ]);
  expect(JSON.stringify(found)).not.toMatch(/hunter2|debug|1\.4\.2/);
});

it('leaves examples out, and says so', async () => {
  const {drafts, left, read} = await discoverIn({'.env.example': 'A=1\n', 'docs/.env': 'B=2\n'});
  expect({drafts, read}).toEqual({drafts: [], read: []});
  expect(left).toEqual([
    {file: '.env.example', why: 'it is an example'},
    {file: 'docs/.env', why: 'it lies among examples, documents or tests'},
  ]);
});

it('names the line that is no variable, and reads the rest', async () => {
  const {drafts, problems} = await discoverIn({'.env': 'A=1\n=nothing\nB="open\n'});
  expect(drafts.map(({fields}) => fields['name'])).toEqual(['A', 'B']);
  expect(problems).toEqual([
    {file: '.env', line: 2, message: 'This is neither a variable nor a comment.'},
    {file: '.env', line: 3, message: 'The quote after B is never closed.'},
  ]);
});
