import {leaving} from '../../../handoff/people/leaving.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {nextForReceiver} from '../../../handoff/ahead/next-for-receiver.ts';
import {acceptanceStanding} from '../../../handoff/standing/acceptance-standing.ts';
import {dueWords} from '../../words/times.ts';
import type {Reading} from '../reading.ts';
import type {OpenData} from '../session/plan-data.ts';
import type {RowData, TablesData} from '../tables-data.ts';

/** What the reader of a document does next. */
export interface NextData {
  readonly text: string;
  readonly owner: string | null;
  /** The day or the moment, in words. */
  readonly when: string | null;
}

/** What stands first in every document. */
export interface FrontData {
  /**
   * Whether it is taken over, in a word or a few: `draft`, `accepted`, `accepted with
   * conditions`, `declined` or `changed since acceptance`.
   */
  readonly decision: string;
  /** What the reader does next: the receiver, or the own team; nothing where nothing waits. */
  readonly next: NextData | null;
  /** Risks that stand, by severity, accepted ones among them. */
  readonly risks: readonly RowData[];
  /** What has to be looked at although nothing failed, a sentence each. */
  readonly warnings: readonly string[];
}

function receiversNext(handoff: Handoff, now: string): NextData | null {
  const next = nextForReceiver(handoff, now);
  if (!next) return null;
  const {text, owner, due} = next;
  return {text, owner: owner ?? null, when: due ? dueWords(due, handoff.timeZone) : null};
}

function teamsNext({timeZone}: Handoff, open: readonly OpenData[]): NextData | null {
  const [next] = open;
  if (!next) return null;
  const {text, owner, due} = next;
  return {text, owner, when: due ? dueWords(due, timeZone) : null};
}

function warningsFor(handoff: Handoff, {audience, now}: Reading): string[] {
  return leaving(handoff, audience, now).map(({name, last, isGone, duties}) => {
    const until = isGone ? `was there until ${last}` : `is there until ${last} only`;
    const shown = duties
      .slice(0, 3)
      .map((duty) => `"${duty}"`)
      .join(', ');
    const more = duties.length > 3 ? `, and ${duties.length - 3} more` : '';
    return `${name} hands over and ${until}, and is still named for ${shown}${more}.`;
  });
}

/** What stands first: the same for all documents of an audience. */
export function frontData(
  handoff: Handoff,
  reading: Reading,
  {tables, open}: {readonly tables: TablesData; readonly open: readonly OpenData[]},
): FrontData {
  const {state} = acceptanceStanding(handoff);
  return {
    decision: state === 'none' ? 'draft' : state,
    next:
      reading.audience === 'customer'
        ? receiversNext(handoff, reading.now)
        : teamsNext(handoff, open),
    risks: tables.risks.filter(({state: risk}) => risk !== 'closed'),
    warnings: warningsFor(handoff, reading),
  };
}
