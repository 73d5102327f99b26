import {createHash} from 'node:crypto';
import type {Check, ChecksFile} from './checks-file.ts';

/** What the environment decided is no part of the question; a pattern is what its text says. */
function plain(name: string, value: unknown): unknown {
  if (name === 'isMet') return undefined;
  return value instanceof RegExp || typeof value === 'bigint' ? String(value) : value;
}

/** As a value stands within JSON. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * SHA-256, lower-case hex, of what a check asks: its kind, what it looks at, its conditions, and when
 * it applies. Name, severity, texts and how often it is tried are no part of it. A secret stands in it
 * by the name of its variable, and the folder as `.`, so that it is the same on every machine.
 */
export function checkDigest(
  {kind, spec, claims, needs, when, on, folder, content}: Check,
  {secretValues}: Pick<ChecksFile, 'secretValues'>,
): string {
  let text = JSON.stringify({kind, spec, claims, needs, when, on, content: content?.sha256}, plain);
  for (const {name, value} of secretValues)
    if (value !== '') text = text.replaceAll(escaped(value), `\${${name}}`);
  return createHash('sha256')
    .update(text.replaceAll(escaped(folder), '.'))
    .digest('hex');
}
