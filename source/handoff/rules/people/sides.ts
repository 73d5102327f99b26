import type {Handoff} from '../../model/handoff.ts';
import type {Side} from '../../model/person.ts';
import {barestName} from '../../people/bare-names.ts';
import {isNobody} from '../../people/nobody.ts';
import {mayMean, personNamed, receivingSides} from '../../people/people.ts';
import {refused, type Refusal} from '../refused.ts';
import {isInFull, isSamePerson, mayBeSamePerson} from './same-person.ts';

export {receivingSides, isNobody};

/** On whose side somebody stands; nothing where nothing says it. */
export function sideOf(handoff: Handoff, name: string): Side | undefined {
  return personNamed(handoff, name)?.side;
}

/** Whether two names mean one person in this handoff, also by what was said of them. */
export function isOnePerson(handoff: Handoff, one: string, other: string): boolean {
  if (isSamePerson(one, other)) return true;
  const person = personNamed(handoff, one);
  return person !== undefined && person === personNamed(handoff, other);
}

/** Whether two names mean one person, or may, where one is shortened. */
export function mayBeOnePerson(handoff: Handoff, one: string, other: string): boolean {
  if (isOnePerson(handoff, one, other)) return true;
  const [a, b] = [personNamed(handoff, one), personNamed(handoff, other)];
  const areToldApart = a?.isSideSaid === true && b?.isSideSaid === true && a.side !== b.side;
  const [bare, otherBare] = [barestName(one), barestName(other)];
  if (areToldApart && isInFull(bare, otherBare) && isInFull(otherBare, bare)) return false;
  return (a?.spellings ?? [one]).some((text) =>
    (b?.spellings ?? [other]).some((alike) => mayBeSamePerson(barestName(text), barestName(alike))),
  );
}

/** Somebody of the side that hands over whom a name means, or may mean. */
export interface VendorNamed {
  readonly name: string;
  /** Whether the name means them, or could also mean somebody else. */
  readonly isCertain: boolean;
}

/**
 * The person on the side that hands over whom a name means, or may mean where it is shortened. Who is
 * named in full as somebody of the receiver is nobody else, though the names are alike.
 */
export function vendorNamed(handoff: Handoff, name: string): VendorNamed | undefined {
  const person = personNamed(handoff, name);
  if (person?.side === 'vendor') return {name: person.name, isCertain: true};
  const alike = mayMean(handoff, name).filter(({side}) => side === 'vendor');
  const isToldApart = person?.isSideSaid === true;
  const found = alike.find((vendor) => !(isToldApart && isInFull(name, vendor.name)));
  return found && {name: found.name, isCertain: false};
}

/** Words of a refusal: what such a person cannot do, and whom it takes instead. */
interface ReceiverWords {
  readonly code: string;
  /** Completes "Jordan Ruiz hands the system over", such as ` and cannot accept it as well`. */
  readonly cannot?: string;
  /** A sentence that says whom to name instead. */
  readonly instead: string;
}

const sideWords: Readonly<Record<Side, string>> = {
  vendor: 'the side that hands over',
  customer: 'the customer',
  'success team': 'the success team',
};

/** Why a name names no person at all; nothing when it does. */
export function personRefusal(name: string, code: string, advice: string): Refusal | undefined {
  return isNobody(name) ? refused(code, `"${name.trim()}" names nobody.`, advice) : undefined;
}

/** Why a name may be that of somebody who hands over; nothing when it is not. */
export function vendorRefusal(
  handoff: Handoff,
  name: string,
  {code, cannot = '', instead}: ReceiverWords,
): Refusal | undefined {
  const vendor = vendorNamed(handoff, name);
  if (!vendor) return undefined;
  if (vendor.isCertain) return refused(code, `${name} hands the system over${cannot}.`, instead);
  return refused(
    code,
    `${name} may be ${vendor.name}, who hands the system over.`,
    isInFull(name, vendor.name)
      ? 'If it is somebody else, put them among the attendees with their side first.'
      : 'Write the name out in full.',
  );
}

/**
 * Why a name cannot stand for those who take the system over: it names nobody, somebody who hands
 * over, or somebody of a side that does not take over. Who is not known yet is let through.
 */
export function receiverRefusal(
  handoff: Handoff,
  name: string,
  words: ReceiverWords,
): Refusal | undefined {
  const found =
    personRefusal(name, words.code, words.instead) ?? vendorRefusal(handoff, name, words);
  if (found) return found;
  const other = otherSide(handoff, name);
  return other === undefined ? undefined : refused(words.code, `${other}.`, words.instead);
}

/**
 * What is known of somebody that keeps them from standing for the receiver, without a full stop;
 * nothing of whom it is not known, or only may be.
 */
export function otherSide(handoff: Handoff, name: string): string | undefined {
  const side = sideOf(handoff, name);
  if (side === undefined || receivingSides(handoff).includes(side)) return undefined;
  return side === 'vendor'
    ? `${name} hands the system over`
    : `${name} is of ${sideWords[side]}, and ${receiverWords(handoff)} takes the system over`;
}

/** Those who take over, in words: `the customer`. */
export function receiverWords(handoff: Handoff): string {
  return receivingSides(handoff)
    .map((side) => sideWords[side])
    .join(' or ');
}
