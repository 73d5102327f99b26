import {cleanLine} from '../../documents/markdown/clean-text.ts';
import {sha256} from '../../documents/manifest.ts';
import type {Answer, AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {Problem} from '../../problem.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';

/** An answer without what nobody may keep, and the evidence to keep with it. */
export interface SafeAnswer {
  readonly answer: Answer;
  readonly evidence: readonly string[];
  /** What was left out, in words. */
  readonly notices: readonly string[];
}

/** What no person wrote and nothing may change: names of evidence, instants, and words of a list. */
const exact: ReadonlySet<string> = new Set([
  'kind',
  'at',
  'startedAt',
  'ranAt',
  'stored',
  'original',
  'digest',
  'fileSha256',
  'id',
  'item',
  'record',
  'runbook',
  'question',
  'outcome',
  'severity',
  'level',
  'result',
  'decision',
  'proof',
  'expires',
]);

async function safeTexts(value: unknown, kinds: Set<string>, key = ''): Promise<unknown> {
  if (typeof value === 'string') {
    const plain = stripTerminal(value);
    if (exact.has(key)) return plain;
    const {text, redacted} = await redactSecrets(plain);
    for (const kind of redacted) kinds.add(kind);
    return text;
  }
  if (Array.isArray(value)) return Promise.all(value.map((part) => safeTexts(part, kinds, key)));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(
    async ([name, part]) => [name, await safeTexts(part, kinds, name)] as const,
  );
  return Object.fromEntries(await Promise.all(parts));
}

/** A value without evidence that is not kept. */
function withEvidence(value: unknown, kept: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((part) => withEvidence(part, kept));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([name, part]) => {
    const stored = (part as {readonly stored?: unknown} | null)?.stored;
    return name !== 'evidence' || (typeof stored === 'string' && kept.has(stored));
  });
  return Object.fromEntries(parts.map(([name, part]) => [name, withEvidence(part, kept)]));
}

/**
 * An answer as it may be kept: without secrets and escapes of terminals, and with such evidence alone
 * as is what its name says.
 *
 * @throws {Problem} when evidence is not what its name says.
 */
export async function safeAnswer(file: string, answer: Answer): Promise<SafeAnswer> {
  const kinds = new Set<string>();
  const evidence: string[] = [];
  const kept = new Set<string>();
  for (const [name, text] of Object.entries(answer.evidence)) {
    if (sha256(text) !== name)
      throw new Problem(
        `${file} holds evidence that is not what its name says: ${cleanLine(name).slice(0, 64)}.`,
        'It was changed on its way: ask for it again. Nothing was taken.',
      );
    const safe = await redactSecrets(text);
    if (safe.text === text && stripTerminal(text) === text) {
      evidence.push(text);
      kept.add(name);
    } else for (const kind of [...safe.redacted, 'what acts on a terminal']) kinds.add(kind);
  }
  const entries = (await safeTexts(answer.entries, kinds)) as AnswerEntry[];
  const name = cleanLine((await redactSecrets(answer.name)).text);
  const {role} = answer;
  const secret = [...kinds].filter((kind) => kind !== 'what acts on a terminal');
  return {
    answer: {
      ...answer,
      name,
      ...(role === undefined ? {} : {role: cleanLine((await redactSecrets(role)).text)}),
      entries: withEvidence(entries, kept) as AnswerEntry[],
    },
    evidence,
    notices: secret.length > 0 ? [`A secret (${secret.join(', ')}) was left out of it.`] : [],
  };
}
