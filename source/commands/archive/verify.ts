import {stat} from 'node:fs/promises';
import path from 'node:path';
import {readBagFolder} from '../../documents/archive/read-bag-folder.ts';
import {readZip} from '../../documents/archive/read-zip.ts';
import {verifyBag, type Verification} from '../../documents/archive/verify-bag.ts';
import {plural} from '../../documents/words/plural.ts';
import {Problem} from '../../problem.ts';
import {checkSignature, type SignatureState} from '../../services/archive/archive-signature.ts';
import {print, printJson} from '../print.ts';
import {oneLine} from '../../services/one-line.ts';
import {exitCodes} from '../report-error.ts';

export interface VerifyOptions {
  readonly signer?: string;
  readonly json?: boolean;
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch (error) {
    throw new Problem(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Name the zip that "handoff-wizard archive" wrote, or the folder it was unpacked to.',
      {cause: error},
    );
  }
}

async function verifyAt(file: string): Promise<Verification> {
  const source = (await isFolder(file)) ? await readBagFolder(file) : await readZip(file);
  try {
    return await verifyBag(source, file);
  } finally {
    source.close();
  }
}

function codeOf({problems}: Verification, {state}: SignatureState): number {
  if (problems.length > 0 || state === 'bad') return exitCodes.blocked;
  return state === 'unchecked' ? exitCodes.warnings : exitCodes.good;
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

/** Checks an archive, as a zip or unpacked. Anything changed, missing or added gives 3. */
export async function verify(file: string, options: VerifyOptions): Promise<number> {
  const verification = await verifyAt(path.resolve(file));
  const signature = await checkSignature(verification.signature, options.signer);
  const {problems, files, octets, info} = verification;
  if (options.json) {
    const isWhole = problems.length === 0 && signature.state !== 'bad';
    printJson({isWhole, files, octets, problems, info: Object.fromEntries(info), signature});
  } else {
    for (const line of describe(verification)) print(line);
    // Of what has changed, nobody need be told that its hashes prove it whole.
    if (problems.length === 0 || signature.state !== 'none') print(signature.words);
  }
  return codeOf(verification, signature);
}
