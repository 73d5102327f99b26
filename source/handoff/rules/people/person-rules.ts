import type {Handoff} from '../../model/handoff.ts';
import {isServiceAccount} from '../../people/service-accounts.ts';
import {personNamed} from '../../people/people.ts';
import {refused, type Refusal} from '../refused.ts';
import {allOf, type Rule} from '../rule.ts';
import {isSamePerson} from './same-person.ts';
import {isOnePerson, personRefusal} from './sides.ts';

/** Whoever else has entered something under a name says themselves what they are called now. */
function foreignRefusal(handoff: Handoff, name: string, actor: string): Refusal | undefined {
  const isActor = handoff.actors.some((known) => isSamePerson(known, name));
  if (!isActor || isSamePerson(name, actor)) return undefined;
  return refused(
    'name-not-theirs',
    `${name} has entered things here, and says themselves who they are.`,
    `They do with "handoff-wizard config set name NAME --was '${name}'".`,
  );
}

const isNamed: Rule<'person/renamed'> = (_, {to}) =>
  isServiceAccount(to)
    ? refused('rename-to', `"${to}" is an account, and names nobody.`, 'Write a name.')
    : personRefusal(to, 'rename-to', 'Write a name.');

const isOwnName: Rule<'person/renamed'> = (handoff, {from}, {actor}) =>
  foreignRefusal(handoff, from, actor);

export const renamed = allOf<'person/renamed'>(isNamed, isOwnName);

const isSomebody: Rule<'person/described'> = (_, {name}) =>
  personRefusal(name, 'person', 'Write the name of one person.');

/** Whom a name with something behind it reads as: `Ana Ruiz (support)` is Ana Ruiz. */
function readsAs(handoff: Handoff, name: string) {
  const known = personNamed(handoff, name);
  return known?.spellings.some((spelling) => isSamePerson(spelling, name)) ? undefined : known;
}

/** A name with something behind it is the name alone, unless it has an address of its own. */
const isToldApart: Rule<'person/described'> = (handoff, {name, address = ''}) => {
  const known = readsAs(handoff, name);
  const own = address.trim().toLowerCase();
  if (!known || (own !== '' && own !== known.address?.trim().toLowerCase())) return undefined;
  return refused(
    'namesake',
    `"${name}" reads as ${known.name}.`,
    'If it is somebody else of that name, give an address of their own.',
  );
};

/** Who has entered something hands over, whoever says otherwise. */
const sideHolds: Rule<'person/described'> = (handoff, {name, side}) => {
  if (side === undefined || side === 'vendor' || readsAs(handoff, name)) return undefined;
  return handoff.actors.some((actor) => isOnePerson(handoff, actor, name))
    ? refused(
        'person-side',
        `${name} has entered things here, and so hands the system over.`,
        'If it is somebody else of that name, write what tells them apart behind it, with an address.',
      )
    : undefined;
};

const isOwnSpelling: Rule<'person/described'> = (handoff, {name, alias}, {actor}) =>
  alias === undefined || isOnePerson(handoff, alias, name)
    ? undefined
    : foreignRefusal(handoff, alias, actor);

export const described = allOf<'person/described'>(
  isSomebody,
  isToldApart,
  sideHolds,
  isOwnSpelling,
);
