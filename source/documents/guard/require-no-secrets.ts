import type {Action} from '../../handoff/changes/catalogue.ts';
import {Problem} from '../../problem.ts';
import {tellProgress, type OnProgress} from '../../progress/told-progress.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {BagFiles} from '../archive/bag.ts';
import {secretPlaces} from './secret-places.ts';

const most = 10;

function listed(places: readonly string[]): string {
  const more = places.length > most ? [`and ${places.length - most} more`] : [];
  return [...places.slice(0, most), ...more].map((place) => `- ${place}`).join('\n');
}

/** Secrets that would have gone into documents; nothing has been written. */
export class DocumentSecretError extends Problem {
  override name = 'DocumentSecretError';
  /** What to change, such as `the note on "Network" (GitHub token)`. */
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    super(
      `The documents would show what looks like a secret. Nothing has been written.\n${listed(places)}`,
      'Take it out there, write where it is kept instead, and write the documents again.',
    );
    this.places = places;
  }
}

/** Secrets that would have gone into an archive; nothing has been written. */
export class ArchiveSecretError extends Problem {
  override name = 'ArchiveSecretError';
  /** `documents/customer/session-papers.md:3:14 (GitHub token)`. */
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    super(
      `The archive would hold what looks like a secret. Nothing has been written.\n${listed(places)}`,
      'Take it out where it stands, and archive again. The journal keeps old texts too: --audience customer leaves it out.',
    );
    this.places = places;
  }
}

/** How far the search is: over the names of what is searched. */
async function tellSearch(
  onProgress: OnProgress | undefined,
  name: string,
  done: number,
  total: number,
): Promise<void> {
  await tellProgress(onProgress, {doing: `looking for secrets in ${name}`, done, total});
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
 * The last look at documents before they are written. Texts are clean when they are stored; this
 * finds what an older version let in, and what only a template puts together.
 *
 * @throws {DocumentSecretError} that says what to change, and never the secret.
 */
export async function requireNoSecretShown(
  handoff: Handoff,
  texts: ReadonlyMap<string, string>,
  onProgress?: OnProgress,
): Promise<void> {
  const places: string[] = [];
  for (const [index, [name, text]] of [...texts].entries()) {
    await tellSearch(onProgress, name, index, texts.size);
    places.push(...(await inText(name, text)));
  }
  if (places.length === 0) return;
  const origins = await secretPlaces(handoff);
  throw new DocumentSecretError(origins.length > 0 ? origins : places);
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
  handoff: Handoff,
  onProgress?: OnProgress,
): Promise<void> {
  const places: string[] = [];
  for (const [index, [name, content]] of [...texts].entries()) {
    await tellSearch(onProgress, name, index, texts.size);
    // What is no text, such as a PDF, is made from the texts beside it.
    if (typeof content === 'string') places.push(...(await inText(name, content)));
  }
  if (journal) places.push(...(await inJournal(journal.name, journal.actions)));
  if (places.length > 0)
    throw new ArchiveSecretError([...(await secretPlaces(handoff)), ...places]);
}
