import type {Audience} from '../../playbook/playbook.ts';
import {mayRead} from '../audience/audience-of.ts';
import {everyFollowUp, type FollowUp} from '../afterwards/follow-ups.ts';
import type {Handoff} from '../model/handoff.ts';
import {shownName} from '../people/shown-name.ts';
import {publishedNow} from './published-standing.ts';

/** An open point as it is told outside of the program. */
export interface ToldPoint {
  readonly id: string;
  readonly text: string;
  readonly state: 'open' | 'closed';
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  /** What came of it, once it is closed; a sentence without its full stop. */
  readonly outcome?: string;
}

/** An open point as a face or a target tells it. */
export function toldPoint(handoff: Handoff, point: FollowUp): ToldPoint {
  const {id, text, owner, due, standing} = point;
  const isOpen = standing.state === 'open' || standing.state === 'open again';
  return {
    id,
    text,
    state: isOpen ? 'open' : 'closed',
    owner: shownName(handoff, owner),
    ...(due === undefined ? {} : {due: due.date}),
    ...(isOpen ? {} : {outcome: standing.why}),
  };
}

/**
 * The points that a target is to know: those that are open, and what became of those that it was sent.
 * Nobody is told of one for the first time when it is closed.
 */
export function pointsFor(
  handoff: Handoff,
  {
    target,
    place,
    reader,
  }: {readonly target: string; readonly place: string; readonly reader: Audience},
): readonly ToldPoint[] {
  const sent = new Map(
    publishedNow(handoff)
      .filter((one) => one.target === target && one.kind === 'point' && one.place === place)
      .map((one) => [one.about ?? '', one]),
  );
  const all = everyFollowUp(handoff);
  const known = new Set(all.map(({id}) => id));
  const told = all
    .filter(({id}) => mayRead(handoff, reader, {kind: 'follow-up', id}))
    .map((point) => toldPoint(handoff, point))
    .filter(({id, state}) => state === 'open' || sent.has(id));
  // What came up from something that is there no more has nothing left to do.
  const gone = [...sent].flatMap(([id, {title}]): ToldPoint[] =>
    known.has(id)
      ? []
      : [
          {
            id,
            text: title,
            state: 'closed',
            owner: '',
            outcome: 'what it came from was taken away',
          },
        ],
  );
  return [...told, ...gone];
}
