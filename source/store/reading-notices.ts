import {contradictionsInWords} from '../handoff/contradictions/contradiction-words.ts';
import {marksInWords} from '../handoff/folding/mark-words.ts';
import type {MarkReading} from '../handoff/model/journal-mark.ts';
import {misdatedInWords} from '../handoff/folding/find-misdated.ts';
import {clockStanding, type ClockStanding} from '../handoff/standing/clock-standing.ts';
import {spanWords} from '../handoff/time/wording.ts';
import {journalVersion} from '../handoff/changes/stamp.ts';
import {problemWords} from './journal/line-problem.ts';
import type {Snapshot} from './snapshot.ts';

/** What should be known of how a journal was read. `muted` is nothing to do anything about. */
export interface JournalNotice {
  readonly text: string;
  readonly tone: 'danger' | 'warning' | 'muted';
}

const tones: Readonly<Record<MarkReading, JournalNotice['tone']>> = {
  against: 'danger',
  crossed: 'warning',
  before: 'muted',
};

/** Why a handoff can only be read here; nothing where it can be written. */
export function readOnlyWords({needs}: Snapshot): string | undefined {
  return needs === undefined
    ? undefined
    : `A newer handoff-wizard has written to this handoff, so it can only be read here. It needs journal version ${needs}; this one knows ${journalVersion}.`;
}

/** What a clock that is behind makes doubtful. */
function behindWords(clock: ClockStanding): readonly string[] {
  return clock.state === 'behind'
    ? [
        `The clock of this machine is ${spanWords(clock.by)} behind the last entry, by ${clock.actor}. Set it right, or have a look at that entry: what is dated ahead counts for nothing.`,
      ]
    : [];
}

/**
 * All that a person should know of how a handoff's journal was read, a sentence or two each.
 *
 * @param now ISO 8601 instant by the clock of this machine
 */
export function readingNotices(snapshot: Snapshot, now: string): readonly JournalNotice[] {
  const {handoff, journal, problems, gone} = snapshot;
  const readOnly = readOnlyWords(snapshot);
  const found = [
    ...(readOnly === undefined ? [] : [readOnly]),
    ...problems.map(problemWords),
    ...(gone.length > 0
      ? ['The journal ends before lines that were there when it was last open.']
      : []),
    ...behindWords(clockStanding(journal, now)),
  ];
  return [
    ...found.map((text) => ({text, tone: 'warning'}) as const),
    ...marksInWords(handoff.marks, handoff.timeZone).map(({reading, text}) => ({
      text,
      tone: tones[reading],
    })),
    ...contradictionsInWords(handoff.contradictions, handoff.timeZone).map(
      (text) => ({text, tone: 'warning'}) as const,
    ),
    ...misdatedInWords(handoff.misdated, handoff.timeZone).map(
      (text) => ({text, tone: 'muted'}) as const,
    ),
  ];
}
