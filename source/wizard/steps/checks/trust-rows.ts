import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import type {ToTrust, WouldRun} from '../../../services/checks/trust-checks.ts';
import type {ChecksState} from '../../../services/services.ts';
import {showControls} from '../../../redaction/strip-terminal.ts';
import {line} from '../../list/line.ts';
import {headingRow, type Row} from '../../list/row.ts';
import type {Sign} from '../../theme/glyphs.ts';
import type {Folds} from './use-folds.ts';

type Untrusted = Extract<ChecksState, {readonly state: 'untrusted'}>;

interface Shown {
  readonly folds: Folds;
  readonly timeZone: string;
  readonly now: string;
}

/** The row that stands for all lines that are as they were trusted. */
export const sameKey = 'fold same';

const signs: Readonly<Record<WouldRun['change'], Sign>> = {
  new: {glyph: '+', word: 'new', token: 'success'},
  gone: {glyph: '-', word: 'gone', token: 'danger'},
  same: {glyph: ' ', word: 'as before', token: 'muted'},
};

const plain: Sign = {glyph: '$', word: 'would run', token: 'muted'};

function lineRow({text, change}: WouldRun, index: number, isFirst: boolean): Row {
  // A line of another file stands below the check that runs it.
  const isBelow = text.startsWith(' ');
  return {
    key: `would-run ${index}`,
    sign: isFirst ? plain : signs[change],
    text: isBelow ? text.trimStart() : text,
    depth: isBelow ? 1 : 0,
    token: change === 'gone' ? 'muted' : 'plain',
  };
}

/** How much of what would run is other than it was. */
function changedWords({lines, since = ''}: ToTrust, {timeZone, now}: Shown): string {
  const count = (wanted: WouldRun['change']) =>
    lines.filter(({change}) => change === wanted).length;
  const day = `${dayWords(dayIn(timeZone, since), timeZone, now)} ${timeWords(since, timeZone)}`;
  const head = `It has changed since it was trusted on this machine, ${day}.`;
  return count('new') + count('gone') === 0
    ? `${head} It would run the same; what it expects, or what it says, is other.`
    : `${head} Of what it runs, ${count('new')} new, ${count('gone')} gone:`;
}

/** What has to be read before the file is trusted: all of it, or what changed since it was. */
export function trustRows({file, toTrust}: Untrusted, shown: Shown): Row[] {
  const {since, lines} = toTrust;
  const isFirst = since === undefined;
  const rows = lines.map((one, index) => ({one, row: lineRow(one, index, isFirst)}));
  const same = isFirst ? [] : rows.slice(rows.length - trailingSame(lines));
  const told = rows.slice(0, rows.length - same.length);
  const isOpen = shown.folds.isOpen(sameKey);
  const head: Row = {
    key: sameKey,
    text: `${same.length} as they were trusted`,
    figure: line(isOpen ? 'shown below' : 'folded', 'muted'),
  };
  return [
    {
      text: isFirst
        ? `Nobody has trusted this content of ${showControls(file.path)} on this machine. This is what would run:`
        : `${showControls(file.path)}: ${changedWords(toTrust, shown)}`,
      token: 'warning',
    },
    ...told.map(({row}) => row),
    ...(same.length > 0 ? [head] : []),
    ...(isOpen ? same.map(({row}) => row) : []),
    headingRow('Press T to trust exactly this content and run it.'),
  ];
}

function trailingSame(lines: readonly WouldRun[]): number {
  const last = lines.findLastIndex(({change}) => change !== 'same');
  return lines.length - 1 - last;
}
