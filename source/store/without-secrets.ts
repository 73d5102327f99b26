import type {Change} from '../handoff/changes/catalogue.ts';
import {withTypedTexts} from '../handoff/changes/typed-text.ts';
import {findSecrets, redactSecrets} from '../redaction/redact-secrets.ts';

export interface SafeChanges {
  readonly safe: readonly Change[];
  /** What was left out, in words; nothing when nothing was. */
  readonly notice: string | undefined;
}

/** From so many texts on, as a playbook has them, one look at all goes before one at each. */
const many = 20;

async function isClean(change: Change): Promise<boolean> {
  const texts: string[] = [];
  await withTypedTexts(change, async (text) => {
    texts.push(text);
    return Promise.resolve(text);
  });
  if (texts.length < many) return false;
  return (await findSecrets([...new Set(texts)].join('\n\n'))).length === 0;
}

/** What is said of the kinds of secrets that were left out; nothing where none were. */
export function leftOutWords(kinds: ReadonlySet<string>): string | undefined {
  return kinds.size > 0
    ? `A secret (${[...kinds].join(', ')}) was left out. Write where it is kept instead.`
    : undefined;
}

/** Takes secrets out of what a person typed, before anything reaches the disk. */
export async function withoutSecrets(changes: readonly Change[]): Promise<SafeChanges> {
  const kinds = new Set<string>();
  const safe = await Promise.all(
    changes.map(async (change) =>
      (await isClean(change))
        ? change
        : withTypedTexts(change, async (typed) => {
            const {text, redacted} = await redactSecrets(typed);
            for (const kind of redacted) kinds.add(kind);
            return text;
          }),
    ),
  );
  return {safe, notice: leftOutWords(kinds)};
}
