import type {Action} from '../../handoff/changes/catalogue.ts';
import {Problem} from '../../problem.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {BagFiles} from './bag.ts';

/** Secrets that would have gone into an archive; nothing has been written. */
export class ArchiveSecretError extends Problem {
  override name = 'ArchiveSecretError';
  /** `documents/kickoff.md:3:14 (GitHub token)`. */
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    const more = places.length > 10 ? [`and ${places.length - 10} more`] : [];
    super(
      `The archive would hold what looks like a secret. Nothing has been written.\n${[
        ...places.slice(0, 10),
        ...more,
      ]
        .map((place) => `- ${place}`)
        .join('\n')}`,
      'Take it out where it stands, and archive again. The journal keeps old texts too: --audience customer leaves it out.',
    );
    this.places = places;
  }
}

async function inText(name: string, text: string): Promise<string[]> {
  const secrets = await findSecrets(text);
  return secrets.map(({start, kind}) => {
    const before = text.slice(0, start).split('\n');
    return `${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} (${kind})`;
  });
}

/** Every string of an action with the way to it. */
function* stringsOf(value: unknown, way: string): Generator<readonly [way: string, text: string]> {
  if (typeof value === 'string') yield [way, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* stringsOf(inner, way === '' ? name : `${way}.${name}`);
}

async function inJournal(name: string, journal: readonly Action[]): Promise<string[]> {
  const places: string[] = [];
  for (const [index, action] of journal.entries())
    for (const [way, text] of stringsOf(action, ''))
      for (const {kind} of await findSecrets(text))
        places.push(`${name}, action ${index + 1} (${action.type}), ${way} (${kind})`);
  return places;
}

/**
 * The last look before an archive is written. Texts are clean when they are stored; this finds what
 * came in on other ways, such as a checks file.
 *
 * @throws {ArchiveSecretError} that says where, and never what.
 */
export async function requireNoSecrets(
  texts: BagFiles,
  journal: {readonly name: string; readonly actions: readonly Action[]} | undefined,
): Promise<void> {
  const places: string[] = [];
  for (const [name, content] of texts)
    // What is no text, such as a PDF, is made from the texts beside it.
    if (typeof content === 'string') places.push(...(await inText(name, content)));
  if (journal) places.push(...(await inJournal(journal.name, journal.actions)));
  if (places.length > 0) throw new ArchiveSecretError(places);
}
