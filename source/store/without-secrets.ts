import type {Change} from '../handoff/model/actions.ts';
import {redactSecrets} from '../redaction/redact-secrets.ts';

export interface SafeChanges {
  readonly safe: readonly Change[];
  /** What was left out, in words; nothing when nothing was. */
  readonly notice: string | undefined;
}

/** Fields that a person types freely. Evidence of checks comes redacted from the checks. */
const typedFields = [
  'reason',
  'note',
  'text',
  'link',
  'answer',
  'remark',
  'conditions',
  'remarks',
  'place',
  'outcome',
  'actual',
  'fields',
] as const;

type Redact = (text: string) => Promise<string>;

/** A typed value with all texts in it redacted: the fields of a row are an object, conditions a list. */
async function redactIn(value: unknown, redact: Redact): Promise<unknown> {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return Promise.all(value.map((part) => redactIn(part, redact)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    async ([key, part]) => [key, await redactIn(part, redact)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Takes secrets out of what a person typed, before anything reaches the disk. */
export async function withoutSecrets(changes: readonly Change[]): Promise<SafeChanges> {
  const kinds = new Set<string>();
  const redact: Redact = async (typed) => {
    const {text, redacted} = await redactSecrets(typed);
    for (const kind of redacted) kinds.add(kind);
    return text;
  };
  const safe = await Promise.all(
    changes.map(async (change) => {
      const fields = change as unknown as Record<string, unknown>;
      const typed = typedFields.filter((field) => fields[field] !== undefined);
      if (typed.length === 0) return change;
      const cleaned: Record<string, unknown> = {...fields};
      for (const field of typed) cleaned[field] = await redactIn(fields[field], redact);
      return cleaned as unknown as Change;
    }),
  );
  const notice =
    kinds.size > 0
      ? `A secret (${[...kinds].join(', ')}) was left out. Write where it is kept instead.`
      : undefined;
  return {safe, notice};
}
