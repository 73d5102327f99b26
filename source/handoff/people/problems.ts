import type {Handoff} from '../model/handoff.ts';
import {peopleOf} from './people.ts';
import {isServiceAccount} from './service-accounts.ts';

/** What is not clear about who people are, a sentence each: it counts for nobody until it is. */
export function peopleProblems(handoff: Handoff): readonly string[] {
  const people = peopleOf(handoff);
  return people.flatMap(({name, problem, mayBe}, index) => [
    ...(problem === undefined ? [] : [problem]),
    ...mayBe
      // Of two who may be one, the first tells of it.
      .filter((other) => people.findIndex((person) => person.name === other) > index)
      .map((other) => `${other} may be ${name}: nothing says that they are one person, or two.`),
    ...(isServiceAccount(name) && handoff.actors.includes(name)
      ? [`Somebody has acted as "${name}", which names nobody.`]
      : []),
  ]);
}
