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
export function fullTorture(seed: number): readonly Scenario[] {
  return [
    () => kills(1000, seed),
    () => shortWrites(1),
    () => shortWrites(1, {isInPlace: true}),
    () => smallDisk(16),
    () => stoppedWriter(20, seed),
    () => slowDisk(6),
    () => clocks(40),
    () => fourProcesses(100),
    () => fourCommands(15),
    () => twoWizards(12),
    () => damagedJournal(1),
    () => damagedFiles(1),
    () => readOnly(),
    () => properties(),
  ];
}

/** A little of everything, for `npm test`. What needs a build or a terminal has tests of its own. */
export const shortTorture: Readonly<Record<string, Scenario>> = {
  'kill -9': () => kills(8, 1),
  'short writes': () => shortWrites(178),
  'a small disk': () => smallDisk(3),
  'a writer that is stopped': () => stoppedWriter(2, 1),
  clocks: () => clocks(2),
  'four processes': () => fourProcesses(4),
  'a damaged journal': () => damagedJournal(122),
  'damaged files': () => damagedFiles(34),
  'a store that may only be read': () => readOnly({hasOld: false}),
};
