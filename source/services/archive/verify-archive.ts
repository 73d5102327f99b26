import {readBag} from '../../documents/archive/read-bag.ts';
import {verifyBag, type Verification} from '../../documents/archive/verify-bag.ts';
import {plural} from '../../documents/words/plural.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import {oneLine} from '../one-line.ts';
import {checkSignature, type SignatureState} from './archive-signature.ts';

/** How an archive stands, and that in words, a line each. */
export interface VerifiedArchive {
  readonly verification: Verification;
  readonly signature: SignatureState;
  readonly words: readonly string[];
}

interface VerifyOptions {
  /** A file with the public key of the one who must have signed it. */
  readonly signer?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
}

async function verifyAt(file: string, onProgress?: OnProgress): Promise<Verification> {
  const hint =
    'Name the zip that "handoff-wizard archive" wrote, or the folder it was unpacked to.';
  const {source} = await readBag(file, hint);
  try {
    return await verifyBag(source, file, onProgress);
  } finally {
    source.close();
  }
}

function describe({problems, files, octets, info}: Verification): string[] {
  const size = `${plural(files, 'file')}, ${plural(octets, 'byte')}`;
  if (problems.length > 0)
    return [
      `Not as it was: ${plural(problems.length, 'problem')} in ${size}.`,
      ...problems.map(({path, what}) => `- ${oneLine(path)}: ${oneLine(what)}`),
    ];
  const said = new Map(info);
  const facts = [
    said.get('External-Description'),
    said.get('External-Identifier'),
    said.get('Bagging-Date'),
    said.get('Handoff-Audience') === 'internal' ? 'not for the customer' : undefined,
  ];
  return [
    `Whole: ${size}, all as they were when the archive was made.`,
    facts.flatMap((fact) => (fact === undefined ? [] : [oneLine(fact)])).join(' · '),
  ];
}

/**
 * Checks an archive, as a zip or unpacked: every hash, what is missing or was added, and its
 * signature.
 *
 * @throws {Problem} when it cannot be read.
 */
export async function verifyArchive(
  file: string,
  {signer, onProgress}: VerifyOptions = {},
): Promise<VerifiedArchive> {
  const verification = await verifyAt(file, onProgress);
  const signature = await checkSignature(verification.signature, signer);
  // Of what has changed, nobody need be told that its hashes prove it whole.
  const isSaid = verification.problems.length === 0 || signature.state !== 'none';
  const words = [...describe(verification), ...(isSaid ? [signature.words] : [])];
  return {verification, signature, words};
}
