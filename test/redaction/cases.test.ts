import {Buffer} from 'node:buffer';
import {describe, expect, it} from 'vitest';
import {redactSecrets} from '../../source/redaction/redact-secrets.ts';
import {cases} from './kinds/cases.ts';

const ways: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in JSON': (text) => JSON.stringify({output: text}),
  'in an address': (text) => `GET /log?said=${encodeURIComponent(text)} HTTP/1.1`,
  'in a sentence': (text) => `I saw this on the host today:\n\n${text}\n\nand told Kim of it.`,
};

it('has all of them', () => {
  expect(cases).toHaveLength(33);
});

describe.each(cases)('$name', ({text, vanishing, staying}) => {
  it.each(Object.entries(ways))('%s', async (_way, write) => {
    const {text: safe} = await redactSecrets(write(text));
    expect(vanishing.filter((secret) => safe.includes(secret))).toEqual([]);
    expect(staying.filter((part) => write(text).includes(part) && !safe.includes(part))).toEqual(
      [],
    );
    expect(vanishing.length > 0 || safe === write(text)).toBe(true);
  });

  it('in base64', async () => {
    const encoded = Buffer.from(`The settings:\n${text}\n`).toString('base64');
    const {text: safe} = await redactSecrets(`seen ${encoded} here`);
    expect(safe.includes(encoded.slice(16))).toBe(vanishing.length === 0);
  });
});
