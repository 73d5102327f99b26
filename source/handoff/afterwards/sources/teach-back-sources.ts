import type {Handoff} from '../../model/handoff.ts';
import type {HandoffRecord} from '../../model/handoff-record.ts';
import {placeOn, rowPlace, type Place} from '../../model/place.ts';
import {recordTitle} from '../../registers/records.ts';
import {answersTo, teachBackQuestions} from '../../teaching/teach-back-standing.ts';
import {nextCheckIn} from '../transition-period.ts';
import type {Source} from './source.ts';

/** Where a question is asked: among the demonstrations, else at its row. */
function placeOf({playbook}: Handoff, row: HandoffRecord): Place | undefined {
  return placeOn(playbook, 'demonstrations', {kind: 'row', id: row.id}) ?? rowPlace(playbook, row);
}

/** A question that was not known at once; whoever knows it the next time settles it. */
function again(handoff: Handoff, row: HandoffRecord): Source[] {
  const judged = answersTo(handoff, row.id).filter(({outcome}) => outcome !== undefined);
  const last = judged.at(-1);
  if (!last || judged.every(({outcome}) => outcome === 'right')) return [];
  const {at: since} = last;
  const source = {
    kind: 'teach-back',
    subject: row.id,
    text:
      last.outcome === 'not-known'
        ? `Teach the answer to "${recordTitle(row)}", then ask it again at a check-in`
        : `Ask "${recordTitle(row)}" again at a check-in`,
    place: placeOf(handoff, row),
    raisedAt: since,
  } as const;
  if (last.outcome === 'right')
    return [{...source, settled: {since, why: `${last.answerer} knew it`}}];
  const due = nextCheckIn(handoff)?.due;
  return [{...source, failedAt: since, ...(due === undefined ? {} : {due})}];
}

/** Teach-back goes on until it is known: what was taught again is asked again (AHRQ). */
export function teachBackSources(handoff: Handoff): Source[] {
  return teachBackQuestions(handoff).flatMap((row) => again(handoff, row));
}
