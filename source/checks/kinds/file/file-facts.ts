import type {Stats} from 'node:fs';
import {lstat, readlink, stat} from 'node:fs/promises';
import {amount, formatBytes} from '../../assertions/amounts.ts';
import {isAbsence} from './file-errors.ts';
import {groupNames, userNames} from './user-names.ts';

export const fileTypes = [
  'file',
  'directory',
  'symlink',
  'pipe',
  'socket',
  'block-device',
  'character-device',
] as const;

type FileType = (typeof fileTypes)[number];

function typeOf(stats: Stats): FileType {
  const tests: readonly (readonly [FileType, boolean])[] = [
    ['file', stats.isFile()],
    ['directory', stats.isDirectory()],
    ['symlink', stats.isSymbolicLink()],
    ['pipe', stats.isFIFO()],
    ['socket', stats.isSocket()],
    ['block-device', stats.isBlockDevice()],
  ];
  return tests.find(([, is]) => is)?.[0] ?? 'character-device';
}

export interface FileFacts {
  /** By subject. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What `stat` would say. */
  readonly lines: readonly string[];
  /** Type of what can be read at the path; undefined when there is nothing. */
  readonly readable: FileType | undefined;
}

async function ifThere<Value>(look: Promise<Value>): Promise<Value | undefined> {
  try {
    return await look;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

async function describe(stats: Stats, now: number) {
  const [userName, groupName] = await Promise.all([userNames(), groupNames()]);
  const named = (id: number, nameOf: (id: string) => string) => ({
    id: String(id),
    name: nameOf(String(id)),
  });
  const mode = (stats.mode & 0o7777).toString(8).padStart(4, '0');
  const [owner, group] = [named(stats.uid, userName), named(stats.gid, groupName)];
  return {
    values: {
      mode: {value: mode},
      owner,
      group,
      size: {value: amount(stats.size, 'size')},
      age: {value: amount(now - stats.mtimeMs, 'duration')},
    },
    lines: [
      `mode: ${mode}`,
      `owner: ${owner.name}`,
      `group: ${group.name}`,
      `size: ${formatBytes(stats.size)} (${stats.size} bytes)`,
      `changed: ${stats.mtime.toISOString()}`,
    ],
  };
}

/**
 * Looks at a path. Type and target are of the path itself; with `isFollowing`, everything else is of
 * what a symbolic link leads to.
 * @throws NodeJS.ErrnoException when nothing can be said, such as EACCES.
 */
export async function factsOf(path: string, isFollowing: boolean, now: number): Promise<FileFacts> {
  const own = await ifThere(lstat(path));
  if (!own) {
    const values = {exists: {value: false, remark: '(there is nothing at this path)'}};
    return {values, lines: [], readable: undefined};
  }
  const type = typeOf(own);
  const target = own.isSymbolicLink() ? await readlink(path) : undefined;
  const end = own.isSymbolicLink() ? await ifThere(stat(path)) : own;
  const arrow = target === undefined ? undefined : `(to ${target})`;
  const itself = {
    type: {value: type, remark: arrow},
    ...(target === undefined ? {} : {target: {value: target}}),
  };
  const typeLine = `type: ${[type, arrow].filter(Boolean).join(' ')}`;
  const looked = isFollowing ? end : own;
  if (!looked) {
    const remark = `(a symbolic link to ${target}, where nothing is)`;
    return {
      values: {...itself, exists: {value: false, remark}},
      lines: [typeLine],
      readable: undefined,
    };
  }
  const {values, lines} = await describe(looked, now);
  return {
    values: {...itself, exists: {value: true}, ...values},
    lines: [typeLine, ...lines],
    readable: end && typeOf(end),
  };
}
