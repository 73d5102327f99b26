import {Buffer} from 'node:buffer';
import {describe, expect, it, test} from 'vitest';
import {redactSecrets} from '../../source/redaction/redact-secrets.ts';
import {vendors} from '../../source/redaction/rules/vendor-tokens.ts';
import {allKinds} from './kinds/all-kinds.ts';
import {lookAlikes} from './look-alikes.ts';
import {moreLookAlikes} from './more-look-alikes.ts';

async function left(text: string, secrets: readonly string[]): Promise<string[]> {
  const {text: safe} = await redactSecrets(text);
  return secrets.filter((secret) => safe.includes(secret));
}

it('knows many kinds of credential, and tokens of many makers', () => {
  expect(allKinds.length).toBeGreaterThan(400);
  expect(new Set(allKinds.map(({kind}) => kind)).size).toBe(allKinds.length);
  expect(vendors.length).toBeGreaterThan(90);
});

describe('a credential vanishes', () => {
  it.each(allKinds.map(({kind, text, secrets}) => [kind, text, secrets] as const))(
    '%s',
    async (_kind, text, secrets) => {
      expect(secrets.length).toBeGreaterThan(0);
      const once = await redactSecrets(text);
      expect(secrets.filter((secret) => once.text.includes(secret))).toEqual([]);
      expect(once.text).toMatch(/\[redacted: [\w '-]+\]/);
      // Our own mark is no secret, and nothing is taken a second time.
      expect(await redactSecrets(once.text)).toEqual({text: once.text, redacted: []});
    },
  );
});

describe('a credential vanishes with all that stands round it encoded', () => {
  const encodings: Readonly<Record<string, (text: string) => string>> = {
    JSON: (text) => JSON.stringify({output: text}),
    'JSON in JSON': (text) => JSON.stringify({a: JSON.stringify({output: text})}),
    'a URL': (text) => `GET /log?said=${encodeURIComponent(text)} HTTP/1.1`,
    HTML: (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
  };
  it.each(Object.entries(encodings))('%s', async (_name, encode) => {
    const still: string[] = [];
    for (const {kind, text, secrets} of allKinds) {
      const encoded = encode(text);
      const shown = secrets.filter((secret) => encoded.includes(secret));
      if ((await left(encoded, shown)).length > 0) still.push(kind);
    }
    expect(still).toEqual([]);
  });

  it('base64', async () => {
    const still: string[] = [];
    for (const {kind, text} of allKinds) {
      const encoded = Buffer.from(`The settings:\n${text}\n`).toString('base64');
      if ((await left(`seen ${encoded} here`, [encoded.slice(16)])).length > 0) still.push(kind);
    }
    expect(still).toEqual([]);
  });
});

test('what looks like a secret and is none stays', async () => {
  expect(lookAlikes.length).toBeGreaterThan(100);
  const taken: string[] = [];
  for (const text of [...lookAlikes, ...moreLookAlikes])
    if ((await redactSecrets(text)).text !== text) taken.push(text);
  expect(taken).toEqual([]);
});

describe('what stands beside a secret stays', () => {
  it.each([
    ['shop:Lantern7@tcp(db.example.org:3309)/orders', 'db.example.org:3309'],
    [
      '  - name: DB_PASSWORD\n    value: hunter2hunter\n  - name: LEVEL\n    value: debug',
      'value: debug',
    ],
    ['requirepass R3quired77\nport 6379', 'port 6379'],
    ['<username>deploy</username><password>S3cretXml</password>', '<username>deploy</username>'],
    ['password = correct horse battery 7\nnext=1', 'next=1'],
    ['mysql -h db -u root -pR00tSecret app', 'mysql -h db -u root -p'],
    ['docker login -u bob -p D0ckerPw registry.example.com', 'registry.example.com'],
    ['| user | password |\n|---|---|\n| bob | hunter2x |', '| bob |'],
    ['kind: Secret\nmetadata:\n  name: db\ndata:\n  dsn: Y29ubmVjdA==\n', 'name: db'],
    ['Log in with password: hunter2hunter2 and hand the page over', 'and hand the page over'],
  ])('%s', async (text, beside) => {
    const result = await redactSecrets(text);
    expect(result.redacted.length).toBeGreaterThan(0);
    expect(result.text).toContain(beside);
  });
});
