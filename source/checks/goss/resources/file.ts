import {createHash} from 'node:crypto';
import {createReadStream, type Stats} from 'node:fs';
import {lstat, readFile, readlink} from 'node:fs/promises';
import {userInfo} from 'node:os';
import {resolve} from 'node:path';
import {fileErrorCode, fileErrorReason} from '../../kinds/file-errors.ts';
import {groupNames, userNames} from '../../kinds/user-names.ts';
import {goInt} from '../values/go-value.ts';
import {type Look, LookError, type Push} from './resource.ts';

/** What an error of the file system is to goss: it fails the attribute. */
function lookError(error: unknown): LookError {
  const code = fileErrorCode(error);
  const reason = code === 'ENOENT' ? 'there is no such file' : fileErrorReason(error);
  return new LookError(code === 'EINVAL' ? 'it is no symbolic link' : reason);
}

async function tried<Value>(look: () => Promise<Value>): Promise<Value> {
  try {
    return await look();
  } catch (error) {
    throw error instanceof LookError ? error : lookError(error);
  }
}

/** `~` and `~name` at the beginning of a path are home folders. */
async function realPath(path: string, folder: string): Promise<string> {
  const [first = '', ...rest] = path.split('/');
  if (!first.startsWith('~')) {
    return resolve(folder, path);
  }
  if (first === '~') {
    return resolve(userInfo().homedir, ...rest);
  }
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const home = lines.map((line) => line.split(':')).find(([name]) => name === first.slice(1))?.[5];
  if (home === undefined) {
    throw new LookError(`there is no user ${first.slice(1)}`);
  }
  return resolve(home, ...rest);
}

function fileType(stats: Stats): string {
  const types = [
    [stats.isSymbolicLink(), 'symlink'],
    [stats.isCharacterDevice(), 'character-device'],
    [stats.isBlockDevice(), 'block-device'],
    [stats.isFIFO(), 'pipe'],
    [stats.isSocket(), 'socket'],
    [stats.isDirectory(), 'directory'],
  ] as const;
  return types.find(([isIt]) => isIt)?.[1] ?? 'file';
}

/** A number that no list of users or groups knows is an error to goss. */
function named(name: string, id: number, what: string): string {
  if (name === String(id)) {
    throw new LookError(`no ${what} has the number ${id}`);
  }
  return name;
}

async function readThrough(path: string, push: Push, signal: AbortSignal): Promise<void> {
  for await (const chunk of createReadStream(path, {signal})) {
    push(chunk as Uint8Array);
  }
}

/** `file`: looks at the file itself, not at what a symbolic link leads to, but for its content. */
export const lookAtFile: Look = async ({name}, {context, streamOf}) => {
  const {folder, signal} = context;
  const path = async () => realPath(name, folder);
  const stats = async () => tried(async () => lstat(await path()));
  const hash = (algorithm: string) => async () =>
    tried(async () => {
      const sum = createHash(algorithm);
      await readThrough(await path(), (chunk) => sum.update(chunk), signal);
      return sum.digest('hex');
    });
  const stream = (attribute: string) => async () =>
    tried(async () => {
      const push = streamOf(attribute);
      await readThrough(await path(), push ?? (() => undefined), signal);
      return undefined;
    });
  return {
    attributes: {
      exists: async () => {
        try {
          await lstat(await path());
          return true;
        } catch (error) {
          if (fileErrorCode(error) === 'ENOENT') {
            return false;
          }
          throw error instanceof LookError ? error : lookError(error);
        }
      },
      mode: async () => ((await stats()).mode & 0o7777).toString(8).padStart(4, '0'),
      owner: async () => {
        const {uid} = await stats();
        return named((await userNames())(String(uid)), uid, 'user');
      },
      uid: async () => goInt((await stats()).uid),
      group: async () => {
        const {gid} = await stats();
        return named((await groupNames())(String(gid)), gid, 'group');
      },
      gid: async () => goInt((await stats()).gid),
      'linked-to': async () => tried(async () => readlink(await path())),
      filetype: async () => fileType(await stats()),
      size: async () => goInt((await stats()).size),
      md5: hash('md5'),
      sha256: hash('sha256'),
      sha512: hash('sha512'),
      contains: stream('contains'),
      contents: stream('contents'),
    },
  };
};
