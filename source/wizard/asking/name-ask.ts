import type {Handoff} from '../../handoff/model/handoff.ts';
import {peopleOf} from '../../handoff/people/people.ts';
import type {TextAsk} from './ask.ts';

interface NameAsk extends Omit<TextAsk, 'offers'> {
  readonly handoff: Handoff;
  /** Names that come before those of the others. */
  readonly first?: readonly string[];
}

/** A question for a person: a name to type, and under it those who are known and may be meant. */
export function nameAsk({handoff, first = [], ...ask}: NameAsk): TextAsk {
  const known = peopleOf(handoff).filter(({name}) => ask.problemWith?.(name) === undefined);
  const isFirst = ({name}: {readonly name: string}) => first.includes(name);
  const offers = known
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
    .map(({name, role, from}) => ({value: name, detail: role ?? from[0] ?? ''}));
  return {...ask, offers};
}
