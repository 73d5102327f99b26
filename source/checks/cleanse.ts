import {redactSecrets} from '../redaction/redact-secrets.ts';
import {stripTerminal} from '../redaction/strip-terminal.ts';

/** Longest text, in characters, that stands in a finding. */
const shown = 200;

/**
 * Looked at for secrets before a text is shortened; of a text that is even longer, the last part may
 * hold half a secret, so it is never shown.
 */
const lookedAt = 4096;
const margin = 512;

/** Cannot be in stripped text, so it can separate several texts in one search for secrets. */
const separator = '\n\u0000\n';

/** Short texts and how many of them are remembered, for checks that find the same. */
const shortText = 200;
const mostRemembered = 200;

/** What was looked at, for each list of secrets; a run has one list for all its checks. */
const remembered = new WeakMap<readonly string[], Map<string, string>>();

/** {@link redactSecrets}, once for each of the short texts that hundreds of checks share. */
async function redactOnce(text: string, secretValues: readonly string[]): Promise<string> {
  const known = remembered.get(secretValues) ?? new Map<string, string>();
  remembered.set(secretValues, known);
  const safe = known.get(text) ?? (await redactSecrets(text, {secretValues})).text;
  if (text.length <= shortText && known.size < mostRemembered) known.set(text, safe);
  return safe;
}

async function redacted(
  texts: readonly string[],
  secretValues: readonly string[],
): Promise<string[]> {
  const together = await redactOnce(texts.join(separator), secretValues);
  const parts = together.split(separator);
  if (parts.length === texts.length) return parts;
  const apart = await Promise.all(texts.map(async (text) => redactSecrets(text, {secretValues})));
  return apart.map(({text}) => text);
}

/**
 * Makes texts fit to leave the engine: one line each, no terminal escapes, no secrets, at most
 * `longest` characters. Secrets are taken out before anything is cut off.
 */
export async function cleanse(
  texts: readonly string[],
  secretValues: readonly string[],
  longest = shown,
): Promise<string[]> {
  const plain = texts.map((text) => stripTerminal(text.slice(0, lookedAt)));
  const safe = await redacted(plain, secretValues);
  return safe.map((text, index) => {
    const wasCut = (texts[index]?.length ?? 0) > lookedAt;
    const limit = wasCut ? Math.max(0, Math.min(longest, text.length - margin)) : longest;
    const line = text
      .trim()
      .replace(/\s*\n\s*/g, ' ⏎ ')
      .replaceAll('\t', ' ');
    return line.length > limit ? `${line.slice(0, limit).toWellFormed().trimEnd()}…` : line;
  });
}
