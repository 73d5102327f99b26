import type {Audience} from '../../playbook/playbook.ts';
import type {WrittenName} from '../../handoff/model/document-set.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {revisionStanding, type RevisionStanding} from '../../handoff/standing/issued/revisions.ts';
import type {ToldChange} from '../../handoff/standing/issued/told-parts.ts';
import {internalTexts, publicTexts} from '../guard/internal-texts.ts';
import {internalTextIn} from '../guard/require-no-internal-text.ts';
import {longDayWords} from '../words/stamp-words.ts';
import type {Reading} from './reading.ts';

/** Which of its issues a document is, and what its reader is told otherwise than before. */
export interface RevisionData {
  /** Counted from 1 for each document and reader: what was written for them and says something else. */
  readonly number: number;
  /** ISO 8601 instant of its first issue. */
  readonly at: string;
  /** As in "revision 3, which replaces revision 2 of 20 November 2026". */
  readonly words: string;
  /** The number of the one before it; nothing for the first. */
  readonly replaces: number | null;
  /** What has changed since that one, group by group; empty for the first. */
  readonly changes: readonly ChangeGroupData[];
}

/** Changes of one kind of thing. */
export interface ChangeGroupData {
  /** Such as `Runbooks`. */
  readonly title: string;
  /** What happened to them, such as `added: Restart; changed: Look at the log, Back up and 12 more`. */
  readonly text: string;
}

/** So many things of a kind are named; the others are counted. */
const mostNamed = 5;
const longest = 90;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** What happened to some things, `changed: Restart, Back up and 12 more`. */
function happened(what: string, changes: readonly ToldChange[]): string {
  const named = changes.flatMap(({subject}) => (subject === undefined ? [] : [shortened(subject)]));
  const shown = named.slice(0, mostNamed);
  const left = changes.length - shown.length;
  const lead = what.endsWith(':') ? what : `${what}:`;
  if (shown.length === 0) return `${lead} ${left}`;
  return `${lead} ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function groupsOf(changes: readonly ToldChange[]): ChangeGroupData[] {
  const groups = Map.groupBy(changes, ({group}) => group);
  return [...groups].map(([title, inGroup]) => {
    const kinds = Map.groupBy(inGroup, ({what}) => what);
    return {title, text: [...kinds].map(([what, some]) => happened(what, some)).join('; ')};
  });
}

/** What is gone keeps its name to itself where a customer would read internal words in it. */
function readable(
  handoff: Handoff,
  audience: Audience,
  changes: readonly ToldChange[],
): readonly ToldChange[] {
  if (audience === 'internal' || !changes.some(({isGone}) => isGone)) return changes;
  const [internal, allowed] = [internalTexts(handoff), publicTexts(handoff)];
  return changes.map(({subject, ...change}) => {
    const isKept = change.isGone && subject && internalTextIn(subject, internal, allowed);
    return isKept || subject === undefined ? change : {...change, subject};
  });
}

function wordsOf({number, at, replaces}: RevisionStanding, {now}: Reading, timeZone: string) {
  const day = (instant: string) => longDayWords(instant, timeZone);
  const own = day(at) === day(now) ? '' : ` of ${day(at)}`;
  return replaces
    ? `revision ${number}${own}, which replaces revision ${replaces.number} of ${day(replaces.at)}`
    : `revision ${number}${own}, the first`;
}

/** What a document says of itself as an issue. */
export function revisionData(handoff: Handoff, name: WrittenName, reading: Reading): RevisionData {
  const {audience, now} = reading;
  const standing = revisionStanding(handoff, {name, audience}, now);
  const {number, at, replaces, changes} = standing;
  const groups = groupsOf(readable(handoff, audience, changes));
  const isUnnamed = replaces !== undefined && groups.length === 0;
  return {
    number,
    at,
    words: wordsOf(standing, reading, handoff.timeZone),
    replaces: replaces?.number ?? null,
    changes: isUnnamed ? [{title: 'Details', text: 'nothing that has a name of its own'}] : groups,
  };
}
