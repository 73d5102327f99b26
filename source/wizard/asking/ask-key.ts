import path from 'node:path';
import {expandHome} from '../../expand-home.ts';
import type {OwnKey} from '../../services/archive/own-keys.ts';
import type {AskPerson} from './ask.ts';

interface KeyAsk {
  /** What is signed, such as `Sign the kit`. */
  readonly label: string;
  readonly hint: string;
  /** The keys of this person. */
  readonly keys: readonly OwnKey[];
  /** Absolute folder from which a typed path is meant. */
  readonly folder: string;
  /** Writes what is to be signed; the question stays until this gives true. */
  readonly write: (key: string | undefined) => Promise<boolean>;
}

// No key has such a path: those of keys are absolute.
const another = 'another';
const none = 'none';

/** Asks with which key something is signed, and has it written. */
export async function askKey(
  ask: AskPerson,
  {label, hint, keys, folder, write}: KeyAsk,
): Promise<void> {
  const chosen = await ask({
    label,
    hint,
    choices: [
      ...keys.map(({file, words}) => ({value: file, label: `With ${file} (${words})`})),
      {value: none, label: 'Not signed'},
      {value: another, label: 'With another key'},
    ],
    keep: async (answer) => answer === another || write(answer === none ? undefined : answer),
  });
  if (chosen !== another) return;
  await ask({
    label: 'Key',
    hint: 'The file of your private key of ssh or minisign, or the public one of a key in the ssh agent.',
    enter: 'sign with it',
    problemWith: (text) => (text === '' ? 'Name a file, or leave with Esc.' : undefined),
    keep: async (file) => write(path.resolve(folder, expandHome(file))),
  });
}
