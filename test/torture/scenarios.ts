import {clocks} from './scenarios/clocks.ts';
import {damagedFiles} from './scenarios/damaged-files.ts';
import {damagedJournal} from './scenarios/damaged-journal.ts';
import {fourCommands, twoWizards} from './scenarios/faces.ts';
import {kills} from './scenarios/kills.ts';
import {properties} from './scenarios/properties.ts';
import {readOnly} from './scenarios/read-only.ts';
import {shortWrites} from './scenarios/short-writes.ts';
import {smallDisk} from './scenarios/small-disk.ts';
import {slowDisk, stoppedWriter} from './scenarios/stalled.ts';
import {fourProcesses} from './scenarios/together.ts';
import type {Tally} from './tally.ts';

type Scenario = () => Promise<Tally>;

/** Everything, as `npm run torture` does it. The seed tells a run from another. */
export function fullTorture(seed: number): Readonly<Record<string, Scenario>> {
  return {
    'kill -9': () => kills(1000, seed),
    'short writes': () => shortWrites(1),
    'short writes in place': () => shortWrites(1, {isInPlace: true}),
    'a small disk': () => smallDisk(16),
    'a writer that is stopped': () => stoppedWriter(20, seed),
    'a slow disk': () => slowDisk(6),
    clocks: () => clocks(40),
    'four processes': () => fourProcesses(100),
    'four commands': () => fourCommands(15),
    'two wizards': () => twoWizards(12),
    'a damaged journal': () => damagedJournal(1),
    'damaged files': () => damagedFiles(1),
    'a store that may only be read': () => readOnly(),
    properties: () => properties(),
  };
}

/** A little of everything, for `npm test`. What needs a build or a terminal has tests of its own. */
export const shortTorture: Readonly<Record<string, Scenario>> = {
  'kill -9': () => kills(5, 1),
  'short writes': () => shortWrites(178),
  'a small disk': () => smallDisk(2),
  'a writer that is stopped': () => stoppedWriter(2, 1),
  clocks: () => clocks(2),
  'four processes': () => fourProcesses(3),
  'a damaged journal': () => damagedJournal(122),
  'damaged files': () => damagedFiles(34),
  'a store that may only be read': () => readOnly({hasOld: false}),
};
