import path from 'node:path';
import {verifyArchive, type VerifiedArchive} from '../../services/archive/verify-archive.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';

export interface VerifyOptions {
  readonly signer?: string;
  readonly json?: boolean;
}

function codeOf({verification, signature}: VerifiedArchive): number {
  if (verification.problems.length > 0 || signature.state === 'bad') return exitCodes.blocked;
  return signature.state === 'unchecked' ? exitCodes.warnings : exitCodes.good;
}

/** Checks an archive, as a zip or unpacked. Anything changed, missing or added gives 3. */
export async function verify(file: string, options: VerifyOptions): Promise<number> {
  const {signer, json} = options;
  const verified = await withProgress(
    async (onProgress) => verifyArchive(path.resolve(file), {signer, onProgress}),
    {isQuiet: json},
  );
  const {verification, signature, words} = verified;
  if (json) {
    const {problems, files, octets, info} = verification;
    const isWhole = problems.length === 0 && signature.state !== 'bad';
    printJson({isWhole, files, octets, problems, info: Object.fromEntries(info), signature});
  } else for (const line of words) print(line);
  return codeOf(verified);
}
