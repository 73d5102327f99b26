import type {Handoff} from '../../handoff/model/handoff.ts';
import {peopleOf, type Person} from '../../handoff/people/people.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import {receivingSides} from '../../handoff/rules/people/sides.ts';
import type {TextAsk} from './ask.ts';

/** Somebody on offer. */
export interface Known {
  readonly name: string;
  /** What tells them from others, such as their role. */
  readonly detail: string;
}

function toKnown({name, role, from}: Person): Known {
  return {name, detail: role ?? from[0] ?? ''};
}

/** Everybody whom the handoff names. */
export function everybodyOf(handoff: Handoff): readonly Known[] {
  return peopleOf(handoff).map(toKnown);
}

/** Everybody who is known to take the system over. */
export function receiversOf(handoff: Handoff): readonly Known[] {
  const receivers = receivingSides(handoff);
  return peopleOf(handoff)
    .filter(({side}) => side !== undefined && receivers.includes(side))
    .map(toKnown);
}

interface NameAsk extends Omit<TextAsk, 'offers' | 'takesFirst'> {
  /** Names on offer, the likeliest first; those that would be refused are left out. */
  readonly names: readonly Known[];
  /** Whether somebody has to be named, so that Enter takes the first on offer. */
  readonly isNeeded: boolean;
}

/** A question for a person: a name to type, and under it those who are known and may be meant. */
export function nameAsk({names, isNeeded, problemWith, ...ask}: NameAsk): TextAsk {
  const fitting = names.filter(
    ({name}, index) =>
      problemWith?.(name) === undefined &&
      names.findIndex((other) => isSamePerson(other.name, name)) === index,
  );
  return {
    ...ask,
    problemWith: (name) => (isNeeded && name === '' ? 'A name is needed.' : problemWith?.(name)),
    offers: fitting.map(({name, detail}) => ({value: name, detail})),
    takesFirst: isNeeded,
  };
}
