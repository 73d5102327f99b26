import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {tagManifestName, type BagFiles} from '../../documents/archive/bag.ts';
import {signatureNames} from '../../documents/archive/compare-bag.ts';
import type {BagSignature} from '../../documents/archive/verify-bag.ts';
import {Problem} from '../../problem.ts';
import {callProgram, type Answer, type Call} from '../../programs/call-program.ts';
import {whyNotStarted} from '../../programs/why-not-started.ts';
import {makeTemporaryFolder} from '../../temporary-folder.ts';

/** What ssh signatures of this program are for, so that none counts for anything else. */
export const signatureNamespace = 'handoff-wizard';

type Kind = BagSignature['kind'];

/** The first line tells a minisign key; everything else is left to ssh-keygen to judge. */
async function kindOfKey(key: string): Promise<Kind> {
  try {
    const text = await readFile(key, 'utf8');
    return text.startsWith('untrusted comment:') ? 'minisign' : 'ssh';
  } catch (error) {
    throw new Problem(
      `The key ${key} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Name your private key of ssh or minisign, or the public one of a key in the ssh agent.',
      {cause: error},
    );
  }
}

const commands: Readonly<Record<Kind, (key: string, file: string) => Call['command']>> = {
  ssh: (key, file) => ['ssh-keygen', '-Y', 'sign', '-n', signatureNamespace, '-f', key, file],
  minisign: (key, file) => {
    const target = path.join(path.dirname(file), 'signature');
    // Without a comment of its own, minisign puts the time into the signature.
    const comments = ['-c', 'handoff-wizard archive', '-t', 'handoff-wizard archive'];
    return ['minisign', '-S', '-s', key, '-m', file, '-x', target, ...comments];
  },
};

function lastWords(answer: Answer): string {
  return answer.type === 'answer'
    ? (answer.stderr.trim().split('\n').at(-1) ?? '')
    : whyNotStarted(answer);
}

async function run(command: Call['command']): Promise<void> {
  const [program] = command;
  // A passphrase is asked for by the program itself: ssh-keygen opens the terminal for that,
  // minisign asks on stderr.
  const isAskingOnStderr = program === 'minisign';
  const answer = await callProgram({command, input: 'terminal', isAskingOnStderr});
  if (answer.type === 'answer' && answer.isGood) return;
  throw answer.type === 'not-started' && answer.code === 'ENOENT'
    ? new Problem(`${program} is not installed.`, 'Install it, or go on without a signature.')
    : new Problem(
        `${program} did not sign it: ${lastWords(answer).replace(/\.$/u, '')}.`,
        'Nothing has been written. Check the key and its passphrase.',
      );
}

/**
 * A signature of a text, made by the user's own program with the user's own key. Of the key, this
 * program reads what kind it is.
 *
 * @throws {Problem} when the key or the program cannot be used.
 */
export async function signText(
  text: string | Uint8Array,
  key: string,
): Promise<{readonly kind: Kind; readonly text: string}> {
  const kind = await kindOfKey(key);
  const folder = await makeTemporaryFolder('handoff-wizard-');
  try {
    const file = path.join(folder, 'text');
    await writeFile(file, text);
    await run(commands[kind](path.resolve(key), file));
    const made = kind === 'ssh' ? `${file}.sig` : path.join(folder, 'signature');
    return {kind, text: await readFile(made, 'utf8')};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/**
 * Adds a signature of the list of all hashes.
 *
 * @throws {Problem} when the key or the program cannot be used.
 */
export async function signBag(files: BagFiles, key: string): Promise<BagFiles> {
  const {kind, text} = await signText(files.get(tagManifestName) ?? '', key);
  return new Map([...files, [signatureNames[kind], text]]);
}
