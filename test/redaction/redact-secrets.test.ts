import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {redactSecrets} from '../../source/redaction/redact-secrets.ts';

/** Put together at run time, so that no scanner takes this file for a leak. */
const hex64 = '0123456789abcdef'.repeat(4);
const github = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', 'dozjgNryP4J3jVmNHl0w5N'].join('.');
const google = ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'].join('');
const azure = `${'Zm9vYmFy'.repeat(10)}==`;
const label = ['PRIVATE', 'KEY'].join(' ');
const pem = (body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
const keyBody = Array.from({length: 4}, () => 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.repeat(2)).join(
  '\n',
);

describe('secrets are taken out', () => {
  test.each([
    ['a GitHub token', `pushed with ${github} today`, github],
    ['an AWS access key id', 'id AKIA2E0A8F3B244C9986 used', 'AKIA2E0A8F3B244C9986'],
    ['the AWS documentation key', 'id AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
    [
      'an AWS secret key',
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY',
      'wJalrXUtnFEMI',
    ],
    ['a JWT', `cookie ${jwt};`, jwt],
    ['a Google key', `key ${google}`, google],
    ['an Azure account key', `AccountName=a;AccountKey=${azure};Suffix=x`, azure],
    ['a YAML password', 'user: app\npassword: hunter2\nport: 1', 'hunter2'],
    ['a passwd assignment', 'passwd=hunter2', 'hunter2'],
    ['a password with symbols', 'password: $ecr3t!x', '$ecr3t!x'],
    ['a password with a remark', 'password: hunter2 (the admin one)', 'hunter2'],
    ['a quoted password with spaces', 'password: "Correct horse 9 staple"', 'horse'],
    ['an environment assignment', 'export API_KEY=abcd1234efgh', 'abcd1234efgh'],
    ['a name with a suffix', 'DB_PASSWORD_PROD=s3cr3tpw', 's3cr3tpw'],
    ['a short name for a password', 'DB_PASS=s3cr3tpw', 's3cr3tpw'],
    ['a JSON value', '{"clientSecret":"zxcvbnm987","id":1}', 'zxcvbnm987'],
    ['a JSON text inside JSON', String.raw`{"a":"{\"token\":\"zxcv987bnm\"}"}`, 'zxcv987bnm'],
    ['a plain word as a token', 'token: swordfishes', 'swordfishes'],
    ['a command-line option', 'run --password hunter2 --verbose', 'hunter2'],
    ['a query parameter', 'GET /x?access_token=abcd1234&page=2', 'abcd1234'],
    ['a hexadecimal key', `signing key is ${hex64}`, hex64],
    ['a bearer header', 'Authorization: Bearer abcdefghijkl', 'abcdefghijkl'],
    ['a basic header', '> authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['a header as JSON', '{"Authorization": "Bearer zyx987"}', 'zyx987'],
    ['a password in a URL', 'see https://user:hunter2@host/path', 'hunter2'],
    ['a password with @ in a URL', 'see https://user:hun@ter2@host/path', 'hun@ter2'],
    ['a database URL', 'postgres://app:pw123456@db:5432/x', 'pw123456'],
    ['a private key', `x\n${pem(keyBody)}\ny`, 'MIIEvQ'],
    ['a private key on one line', JSON.stringify({key: pem(keyBody)}), 'MIIEvQ'],
    ['a private key whose end was cut off', pem(keyBody).slice(0, -60), 'MIIEvQ'],
    ['a private key whose beginning was cut off', pem(keyBody).slice(40), 'ADANBgkqhkiG9w0'],
    ['a session cookie', 'Set-Cookie: JSESSIONID=1A2B3C4D5E6F7A8B9C; Path=/', '1A2B3C4D5E6F7A8B9C'],
    ['a password hash', 'root:$6$rounds$abcdefghijklmnop:19000', 'abcdefghijklmnop'],
  ])('%s', async (_name, text, secret) => {
    const result = await redactSecrets(text);
    expect(result.text).not.toContain(secret);
    expect(result.text).toMatch(/\[redacted: [\w ]+\]/);
    expect(result.redacted.length).toBeGreaterThan(0);
  });

  test('what stands round a secret stays', async () => {
    expect(await redactSecrets('db: https://user:hunter2@host/x?page=2 ok')).toEqual({
      text: 'db: https://user:[redacted: password]@host/x?page=2 ok',
      redacted: ['password'],
    });
    const json = await redactSecrets('{"password":"hunter2","port":5432}');
    expect(JSON.parse(json.text)).toEqual({password: '[redacted: password]', port: 5432});
  });

  test('a comment in the text does not switch the search off', async () => {
    const result = await redactSecrets(`/* secretlint-disable */\n${github}`);
    expect(result.text).not.toContain(github);
  });

  test('redacting twice changes nothing more', async () => {
    const once = await redactSecrets(`password: hunter2\ntoken=${github}\n${pem(keyBody)}`);
    const twice = await redactSecrets(once.text);
    expect(twice).toEqual({text: once.text, redacted: []});
  });
});

describe('what is no secret stays', () => {
  test.each([
    'password: see vault path kv/pay',
    'the password is kept in Vault',
    'token: <your token>',
    'password: ${PASSWORD}',
    'PGPASSWORD=$PGPASSWORD psql',
    'password: $(cat /run/secret)',
    'password: {{ .Values.password }}',
    'https://user:${PASSWORD}@host/',
    'password: required',
    'Invalid token: expired at noon',
    'max_tokens: 4096, tokens: 1532',
    'token_type: Bearer',
    'secretName: db-credentials',
    'password_file: /run/secrets/db',
    '{"password":null,"token":""}',
    'pass: 12 fail: 3',
    `sha256 ${hex64}`,
    `key fingerprint ${hex64}`,
    `commit ${hex64.slice(0, 40)}`,
    'status: 200, latency: 12ms',
    'Bearer authentication is required',
    'secret: {secretName: db}',
    'see https://example.com:8443/path and user@example.com',
    'PRIMARY KEY: id, sort key: name',
  ])('%s', async (text) => {
    expect(await redactSecrets(text)).toEqual({text, redacted: []});
  });
});

describe('exact values', () => {
  const value = 'p/ä+ss "w0rd"';

  test.each([
    ['as it is', value],
    ['in JSON', JSON.stringify({a: value}).slice(6, -2)],
    ['in a URL', encodeURIComponent(value)],
    ['in base64', Buffer.from(value).toString('base64')],
    ['in base64 after one byte', Buffer.from(`x${value}y`).toString('base64')],
    ['in base64 of basic auth', Buffer.from(`us:${value}`).toString('base64')],
    ['in URL-safe base64', Buffer.from(`~~~?${value}`).toString('base64url')],
  ])('%s', async (_name, written) => {
    const result = await redactSecrets(`seen ${written} here`, {secretValues: [value]});
    expect(result).toEqual({
      text: 'seen [redacted: secret value] here',
      redacted: ['secret value'],
    });
  });

  test('a value of under six characters is left alone', async () => {
    const result = await redactSecrets('abcde', {secretValues: ['abcde', '']});
    expect(result.text).toBe('abcde');
  });
});

test('text made to be slow to search ends before the test times out', async () => {
  const parts = [
    'password',
    'a:',
    '-----BEGIN PRIVATE KEY-----\n',
    'eyJa',
    'A'.repeat(99),
    'key ',
    '://',
  ];
  for (const part of parts) {
    const text = part.repeat(200_000 / part.length);
    const result = await redactSecrets(text, {secretValues: ['AAAAAAAAB']});
    expect(result.text).not.toBe('');
  }
});

test('leaves nothing behind in memory for each text', async () => {
  await redactSecrets('a line of some length with AKIAIOSFODNN7EXAMPLQ in it');
  await redactSecrets('and another one: 0123456789abcdef0123456789abcdef');
  expect(performance.getEntries().filter(({name}) => name.startsWith('@core>'))).toEqual([]);
});
