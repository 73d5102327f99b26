import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {BagSignature} from '../../documents/archive/verify-bag.ts';
import {Problem} from '../../problem.ts';
import {callProgram, type Call} from '../../programs/call-program.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';
import {signatureNamespace} from './archive-signing.ts';
import {makeTemporaryFolder} from '../../temporary-folder.ts';

/** What is known of an archive's signature. */
export interface SignatureState {
  /**
   * `none`; `good`: made with the key that the caller named; `whole`: fits the archive, by a key
   * that nobody vouched for; `bad`; `unchecked`: nothing here could check it.
   */
  readonly state: 'none' | 'good' | 'whole' | 'bad' | 'unchecked';
  readonly words: string;
  /** Fingerprint of the key, where it fits. */
  readonly key?: string;
}

async function readKey(file: string): Promise<string> {
  const hint = 'Name the public key of the signer, of ssh or minisign.';
  let key: string;
  try {
    key = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`The key ${file} cannot be read: ${reason}.`, hint, {cause: error});
  }
  if (key === '') throw new Problem(`The key ${file} is empty.`, hint);
  return key;
}

interface Files {
  readonly signed: string;
  readonly signature: string;
  readonly signers: string;
}

/** How to check a signature: with the signer's key, or without where that is possible. */
function commandFor(kind: BagSignature['kind'], files: Files, key: string | undefined) {
  const ssh = ['-n', signatureNamespace, '-s', files.signature];
  const commands: Readonly<Record<BagSignature['kind'], Call['command'] | undefined>> = {
    ssh: key
      ? ['ssh-keygen', '-Y', 'verify', '-f', files.signers, '-I', 'signer', ...ssh]
      : ['ssh-keygen', '-Y', 'check-novalidate', ...ssh],
    minisign: key
      ? ['minisign', '-V', '-m', files.signed, '-x', files.signature, '-p', files.signers]
      : undefined,
  };
  return commands[kind];
}

async function withFiles<T>(
  {signed, signature}: BagSignature,
  signers: string,
  work: (files: Files) => Promise<T>,
): Promise<T> {
  const folder = await makeTemporaryFolder('handoff-wizard-');
  const at = (name: string) => path.join(folder, name);
  const files = {signed: at('signed'), signature: at('signature'), signers: at('signers')};
  try {
    await writeFile(files.signed, signed);
    await writeFile(files.signature, signature);
    await writeFile(files.signers, signers);
    return await work(files);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function ask(
  {kind}: BagSignature,
  files: Files,
  key: string | undefined,
  what: string,
): Promise<SignatureState> {
  const command = commandFor(kind, files, key);
  if (!command)
    return {
      state: 'unchecked',
      words: `It is signed with ${kind}: name the signer's public key with --signer to check it.`,
    };
  const [program] = command;
  const answer = await callProgram({command, input: {file: files.signed}});
  if (answer.type === 'not-started') {
    const why = answer.code === 'ENOENT' ? 'is not installed' : 'cannot be started';
    const words = `It is signed with ${kind}, which is not checked: ${program} ${why}.`;
    return {state: 'unchecked', words};
  }
  const [, fingerprint = ''] = /(SHA256:[\w+/=]+)/u.exec(stripTerminal(answer.stdout)) ?? [];
  const by = fingerprint === '' ? `a ${kind} key` : `the ${kind} key ${fingerprint}`;
  if (!answer.isGood)
    return {
      state: 'bad',
      words: `The signature is not good: it is not of ${key ? 'this signer' : `this ${what}`}.`,
    };
  const known = fingerprint === '' ? {} : {key: fingerprint};
  return key
    ? {
        ...known,
        state: 'good',
        words: `Signed with ${by}, which you named: its owner vouches for all of it.`,
      }
    : {
        ...known,
        state: 'whole',
        words: `Signed with ${by}. Whose key that is, nobody has said: name it with --signer.`,
      };
}

/**
 * Checks the signature of an archive, a kit or an answer with the programs it was made with.
 *
 * @param signer a file with a public key
 * @param what it is of, in a word
 */
export async function checkSignature(
  signature: BagSignature | undefined,
  signer: string | undefined,
  what = 'archive',
): Promise<SignatureState> {
  const key = signer === undefined ? undefined : await readKey(signer);
  if (!signature)
    return key === undefined
      ? {
          state: 'none',
          words: 'It is not signed: the hashes prove that nothing has changed, not who made it.',
        }
      : {state: 'bad', words: 'It is not signed, so nobody vouches for it.'};
  const isSsh = signature.kind === 'ssh';
  const signers = isSsh
    ? `signer namespaces="${signatureNamespace}" ${key ?? ''}\n`
    : `${key ?? ''}\n`;
  return withFiles(signature, signers, (files) => ask(signature, files, key, what));
}
