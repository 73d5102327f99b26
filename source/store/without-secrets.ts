import type {Change} from '../handoff/actions.ts';
import {redactSecrets} from '../redaction/redact-secrets.ts';

export interface SafeChanges {
  readonly safe: readonly Change[];
  /** What was left out, in words; nothing when nothing was. */
  readonly notice: string | undefined;
}

/** Fields that a person types freely. Evidence of checks comes redacted from the checks. */
const typedFields = ['reason', 'note', 'text', 'link', 'answer', 'remarks'] as const;

/** Takes secrets out of what a person typed, before anything reaches the disk. */
export async function withoutSecrets(changes: readonly Change[]): Promise<SafeChanges> {
  const kinds = new Set<string>();
  const safe = await Promise.all(
    changes.map(async (change) => {
      const fields = change as unknown as Record<string, unknown>;
      const typed = typedFields.filter((field) => typeof fields[field] === 'string');
      if (typed.length === 0) return change;
      const cleaned: Record<string, unknown> = {...fields};
      for (const field of typed) {
        const {text, redacted} = await redactSecrets(fields[field] as string);
        cleaned[field] = text;
        for (const kind of redacted) kinds.add(kind);
      }
      return cleaned as unknown as Change;
    }),
  );
  const notice =
    kinds.size > 0
      ? `A secret (${[...kinds].join(', ')}) was left out. Write where it is kept instead.`
      : undefined;
  return {safe, notice};
}
