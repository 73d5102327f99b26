import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Action} from '../../handoff/changes/catalogue.ts';
import type {Kit} from '../../handoff/kits/kit-file.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {below, folderName, infoOf, readAll} from '../archive/archive-handoff.ts';
import {makeBag, tagManifestName, type BagFiles} from '../archive/bag.ts';
import {internalTexts, publicTexts} from '../guard/internal-texts.ts';
import {requireNoInternalText} from '../guard/require-no-internal-text.ts';
import {requireNoSecrets} from '../guard/require-no-secrets.ts';
import {sha256} from '../manifest.ts';
import {toHtml} from '../html/to-html.ts';
import {kitIndex} from './kit-index.ts';

/** The file of a kit that says what is in it, from its payload. */
export const kitFile = 'kit.json';
/** The checks as a script, from the payload. */
export const scriptFile = 'checks.sh';

export interface KitInput {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
  readonly kit: Kit;
  /** Documents, checks and whatever else, by the path from the payload that {@link kit} names. */
  readonly payload: BagFiles;
  readonly readEvidence: (sha256: string) => Promise<string | undefined>;
  /** Version of this program. */
  readonly version: string;
}

/** A kit as a bag, before it is signed. */
export interface MadeBag {
  readonly folder: string;
  readonly files: BagFiles;
  /** Evidence that the journal names and this store does not have. */
  readonly missingEvidence: readonly string[];
}

/** What a kit and its answers are bound to: SHA-256 of the list of its hashes. */
export function kitDigest(files: BagFiles): string {
  return sha256(files.get(tagManifestName) ?? '');
}

/** No mistake in this program may let an internal text through. */
function requirePublic(handoff: Handoff, texts: BagFiles): void {
  const [internal, allowed] = [internalTexts(handoff), publicTexts(handoff)];
  for (const [document, text] of texts)
    if (typeof text === 'string') requireNoInternalText({document, text}, internal, allowed);
}

/**
 * All that the receiver gets, as one bag with a page to begin with and a script that needs nothing of
 * this program. Its bytes follow from what it is given.
 *
 * @throws {ArchiveSecretError} when something in it looks like a secret.
 * @throws {InternalTextError} when something in it is for the own team alone.
 */
export async function makeKit(input: KitInput): Promise<MadeBag> {
  const {handoff, journal, kit, version, readEvidence} = input;
  const {found, missing} = await readAll({handoff, audience: 'customer', readEvidence});
  const template = async (name: string) =>
    readFile(path.join(templatesFolder(), 'kit', name), 'utf8');
  const payload: BagFiles = new Map([
    ...input.payload,
    ...below('evidence', found, '.txt'),
    [kitFile, `${JSON.stringify(kit, undefined, 2)}\n`],
  ]);
  const index = kitIndex(kit, [...found.keys()]);
  const own: BagFiles = new Map([
    [kitFile, payload.get(kitFile) ?? ''],
    ['index.html', index],
  ]);
  requirePublic(handoff, own);
  await requireNoSecrets(new Map([...payload, ...own]), undefined, handoff);
  const beside: BagFiles = new Map([
    ['index.html', await toHtml(index)],
    ['kit.sh', await template('kit.sh')],
  ]);
  const info = infoOf({handoff, journal, audience: 'customer', version}, missing);
  return {
    folder: `${folderName(handoff.id)}-kit`,
    files: makeBag(payload, info, await template('README.txt'), beside),
    missingEvidence: missing,
  };
}
