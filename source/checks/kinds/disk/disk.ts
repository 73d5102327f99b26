import {Buffer} from 'node:buffer';
import type {StatsFs} from 'node:fs';
import {statfs} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {about} from './about.ts';
import {amount, formatBytes} from '../../assertions/amounts.ts';
import {countSubject, percentSubject, sizeSubject} from '../../assertions/simple-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {filledText, filePath} from '../fields/check-fields.ts';
import {fileErrorReason, isAbsence} from '../file/file-errors.ts';
import type {Kind, Measurement} from '../kind.ts';
import {untilAborted} from '../until-aborted.ts';

export interface DiskSpec {
  readonly path: string;
}

const fields = {
  path: filePath.describe('Anything on the file system that is looked at.'),
};

const schema: z.ZodType<DiskSpec> = z.union([
  filledText.transform((path) => ({path})),
  z.strictObject(fields),
]);

/** Per cent to one decimal, rounded up as `df` does, so that a limit is rather met than missed. */
function usedPercent(used: number, of: number): number {
  return of === 0 ? 100 : Math.ceil((used * 1000) / of) / 10;
}

function percent(value: number) {
  return {value: amount(Math.round(value * 10) / 10, 'percent')};
}

/**
 * Space as `df` counts it: what is kept back for root is neither used nor free, and per cents are of
 * used plus free.
 */
function spaceOf(stats: StatsFs) {
  // Blocks are counted in `frsize`, which older versions of Node do not tell; mostly both are equal.
  const size = 'frsize' in stats && stats.frsize > 0 ? stats.frsize : stats.bsize;
  const used = (stats.blocks - stats.bfree) * size;
  const free = stats.bavail * size;
  return {free, used, total: stats.blocks * size, used_percent: usedPercent(used, used + free)};
}

function measured(path: string, stats: StatsFs): Measurement {
  const {free, used, total, used_percent: full} = spaceOf(stats);
  const {files, ffree} = stats;
  // Btrfs and some network drives have no fixed number of inodes, and say 0.
  const inodesFull = files > 0 ? usedPercent(files - ffree, files) : undefined;
  const lines = [
    `path: ${path}`,
    `space: ${formatBytes(free)} free, ${formatBytes(used)} used of ${formatBytes(total)} (${full}%)`,
    inodesFull === undefined
      ? 'inodes: not limited'
      : `inodes: ${ffree} free, ${files - ffree} used of ${files} (${inodesFull}%)`,
    '',
  ];
  const evidence = keepOutput();
  evidence.push(Buffer.from(lines.join('\n')));
  return {
    values: {
      free: {value: amount(free, 'size')},
      free_percent: percent(100 - full),
      used_percent: percent(full),
      ...(inodesFull === undefined
        ? {}
        : {inodes_free: {value: ffree}, inodes_free_percent: percent(100 - inodesFull)}),
    },
    output: evidence.output(),
  };
}

/** `disk`: looks at the room that is left on the file system that holds a path. */
export const diskKind: Kind<DiskSpec> = {
  word: 'disk',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    free: sizeSubject,
    free_percent: percentSubject,
    used_percent: percentSubject,
    inodes_free: countSubject,
    inodes_free_percent: percentSubject,
  },
  target: ({path}) => path,
  describe: ({path}) => `look at the room left where ${path} is`,
  async measure({path: file}, {folder, signal, claims}) {
    const place = path.resolve(folder, file);
    try {
      const stats = await untilAborted(statfs(place), signal);
      if (stats === undefined) return {values: {}, isCutShort: true};
      const measurement = measured(place, stats);
      if (stats.files === 0 && claims.some(({subject}) => subject.startsWith('inodes'))) {
        const message = `The file system of ${file} does not count inodes.`;
        return {...measurement, verdict: {outcome: 'unknown', message}};
      }
      return measurement;
    } catch (error) {
      return isAbsence(error)
        ? {values: {}, verdict: {outcome: 'fail', message: `There is no ${file}.`}}
        : {
            values: {},
            verdict: {
              outcome: 'unknown',
              message: `The file system of ${file} cannot be looked at: ${fileErrorReason(error)}.`,
            },
          };
    }
  },
};
