import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {homeFolder} from '../../home-folder.ts';

/** A key of this person that can sign. */
export interface OwnKey {
  /** Absolute; the public one where the private one lies in an agent or a device. */
  readonly file: string;
  /** What it is, such as `ssh, ed25519, jo@desk`. */
  readonly words: string;
}

const publicKey = /^(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-(?:sha2-)?([a-z0-9]+)\S* \S+ ?(.*)$/u;

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n')[0]?.trim() ?? '';
}

async function sshKeys(folder: string): Promise<OwnKey[]> {
  const names = await namesIn(folder);
  const keys: OwnKey[] = [];
  for (const name of names.filter((each) => each.endsWith('.pub')).toSorted()) {
    const line = await firstLine(path.join(folder, name));
    const [, kind, comment = ''] = publicKey.exec(line) ?? [];
    if (kind === undefined || line.includes('-cert-v01@')) continue;
    const own = name.slice(0, -'.pub'.length);
    keys.push({
      file: path.join(folder, names.includes(own) ? own : name),
      words: ['ssh', kind, comment].filter((word) => word !== '').join(', '),
    });
  }
  return keys;
}

async function minisignKeys(folder: string): Promise<OwnKey[]> {
  const keys: OwnKey[] = [];
  for (const name of (await namesIn(folder)).filter((each) => each.endsWith('.key')).toSorted()) {
    const file = path.join(folder, name);
    if ((await firstLine(file)).startsWith('untrusted comment:'))
      keys.push({file, words: 'minisign'});
  }
  return keys;
}

/** The keys that lie where ssh and minisign keep them. Of private ones of ssh, nothing is read. */
export async function ownKeys(): Promise<readonly OwnKey[]> {
  const home = homeFolder();
  if (home === undefined) return [];
  return [
    ...(await sshKeys(path.join(home, '.ssh'))),
    ...(await minisignKeys(path.join(home, '.minisign'))),
  ];
}
