import type {Handoff} from '../model/handoff.ts';
import type {Side} from '../model/person.ts';
import {mayBeSamePerson} from '../rules/people/same-person.ts';
import {barestName} from './bare-names.ts';
import {groupNames, type Group} from './groups.ts';
import {mentionsOf, namingParts, type Mention, type Naming} from './mentions.ts';

/** One person of a handoff. */
export interface Person {
  /** What they are called now. */
  readonly name: string;
  /** Absent where nothing says it. */
  readonly side?: Side;
  /** Whether somebody said the side of this very person, or it only follows from what they did. */
  readonly isSideSaid: boolean;
  readonly role?: string;
  readonly address?: string;
  /** Every way in which the name was written, the present one first. */
  readonly spellings: readonly string[];
  /** What they are in the handoff, such as `attendee`. */
  readonly from: readonly string[];
  /** Others who may be the same person: nothing says so, and nothing says otherwise. */
  readonly mayBe: readonly string[];
  /** What cannot be so, as a sentence. */
  readonly problem?: string;
}

type Undoubted = Omit<Person, 'mayBe'>;

/** What somebody is named for before anything is done, and what was done in the receiver's name. */
const namedFor: ReadonlySet<string> = new Set([
  'approver',
  'deputy of an approver',
  'takes a duty over',
]);

function isNamedFor(mentions: readonly Mention[]): boolean {
  return mentions.some(({as}) => namedFor.has(as));
}

function saidSides({mentions, entries}: Group): {
  readonly isActing: boolean;
  readonly described: Side | undefined;
  readonly attending: ReadonlySet<Side>;
  readonly isReceiver: boolean;
  readonly isStaying: boolean;
} {
  const as = (what: string) => mentions.filter((mention) => mention.as === what);
  return {
    isActing: mentions.some(({as: what, side}) => side === 'vendor' && what !== 'attendee'),
    described: entries.findLast(({side}) => side !== undefined)?.side,
    attending: new Set(as('attendee').flatMap(({side}) => (side ? [side as Side] : []))),
    isReceiver: mentions.some(({side}) => side === 'receiver'),
    isStaying: mentions.some(({side}) => side === 'stays') && !isNamedFor(mentions),
  };
}

/** What is less to the receiver's favour goes before the other. */
const worstFirst: readonly Side[] = ['vendor', 'success team', 'customer'];

/** Whoever has entered something hands over, whatever else is said; then counts what was settled. */
function saidSide(group: Group): Side | undefined {
  const {isActing, described, attending, isStaying} = saidSides(group);
  if (isActing) return 'vendor';
  // Whoever stays in reach for those who take over is none of them, unless somebody says so.
  return (
    described ??
    worstFirst.find((side) => attending.has(side)) ??
    (isStaying ? 'vendor' : undefined)
  );
}

function problemOf(group: Group): string | undefined {
  const {name} = group;
  const {isActing, described, attending, isReceiver} = saidSides(group);
  const said = new Set([...(isActing ? ['vendor'] : []), ...(described ? [described] : attending)]);
  if (said.size > 1)
    return isActing
      ? `${name} has entered things here and so hands over, but is put on the side of the ${[...said].findLast((side) => side !== 'vendor')}.`
      : `${name} is put on two sides: ${[...said].join(' and ')}.`;
  const as = group.mentions.find(({side}) => side === 'receiver')?.as;
  if (as !== undefined && saidSide(group) === undefined && !isNamedFor(group.mentions))
    return `Nothing says on whose side ${name} stands, who is taken for one of the receiver: ${as}.`;
  return (said.has('vendor') || saidSide(group) === 'vendor') && isReceiver
    ? `${name} hands over, and stands for the receiver as well: ${as}.`
    : undefined;
}

/**
 * The sides that take over: a success team where it is named and nobody of the customer is, or
 * where one of its people may accept; else the customer.
 */
function receiversAmong(groups: readonly Group[]): readonly Side[] {
  const of = (side: Side) => groups.filter((group) => saidSide(group) === side);
  const team = of('success team');
  const accepts = team.some(({mentions}) => mentions.some(({as}) => as.endsWith('approver')));
  if (of('customer').length > 0 || team.length === 0)
    return accepts ? ['customer', 'success team'] : ['customer'];
  return ['success team'];
}

function personOf(group: Group, receivers: readonly Side[]): Undoubted {
  const {name, entries, mentions} = group;
  const said = saidSide(group);
  const isReceiver = mentions.some(({side}) => side === 'receiver');
  const side = said ?? (isReceiver && receivers.length === 1 ? receivers[0] : undefined);
  const last = <T>(values: readonly (T | undefined)[]) =>
    values.findLast((value) => value !== undefined && value !== '');
  const role =
    last(entries.map((entry) => entry.role)) ?? mentions.find((mention) => mention.role)?.role;
  const address =
    last(entries.map((entry) => entry.address)) ?? mentions.find(({address: at}) => at)?.address;
  const written = [
    ...entries.flatMap(({name: to, alias}) => [to, ...(alias === undefined ? [] : [alias])]),
    ...mentions.map((mention) => mention.name),
  ];
  const problem = problemOf(group);
  return {
    name,
    ...(side ? {side} : {}),
    isSideSaid: said !== undefined,
    ...(role ? {role} : {}),
    ...(address ? {address} : {}),
    spellings: [...new Set([name, ...written])],
    from: [...new Set(mentions.map(({as}) => as))],
    ...(problem ? {problem} : {}),
  };
}

interface Known {
  /** What the people follow from, of which rows are a part alone, so it is looked at each time. */
  readonly basis: readonly unknown[];
  readonly all: readonly Undoubted[];
  readonly find: (name: string) => Undoubted | undefined;
  readonly receivers: readonly Side[];
}

/** By the rows, which the states of a handoff share for as long as none is added or changed. */
const known = new WeakMap<Naming['records'], Known>();

function basisOf(handoff: Naming): readonly unknown[] {
  const owners = Object.values(handoff.items).flatMap(({owner}) => (owner ? [owner] : []));
  return [...namingParts.map((part) => handoff[part]), ...owners];
}

function knownOf(handoff: Naming): Known {
  const basis = basisOf(handoff);
  const before = known.get(handoff.records);
  if (before?.basis.length === basis.length && basis.every((part, at) => part === before.basis[at]))
    return before;
  const groups = groupNames(handoff.people, mentionsOf(handoff));
  const receivers = receiversAmong(groups.all);
  const persons = new Map(groups.all.map((group) => [group, personOf(group, receivers)] as const));
  const made = {
    basis,
    all: [...persons.values()],
    find(name: string) {
      const group = groups.find(name);
      return group && persons.get(group);
    },
    receivers,
  };
  known.set(handoff.records, made);
  return made;
}

/** Others whom a name may mean as well, though it is not written like theirs. */
export function mayMean(handoff: Handoff, name: string): readonly Omit<Person, 'mayBe'>[] {
  const {all, find} = knownOf(handoff);
  const bare = barestName(name);
  const own = find(name);
  return all.filter(
    (other) =>
      other !== own &&
      other.spellings.some((spelling) => mayBeSamePerson(barestName(spelling), bare)),
  );
}

/** Everybody whom the handoff names, each once: the spellings of one person are put together. */
export function peopleOf(handoff: Handoff): readonly Person[] {
  return knownOf(handoff).all.map((person) => ({
    ...person,
    mayBe: mayMean(handoff, person.name).map(({name}) => name),
  }));
}

/** The person whom a name means; nothing where nobody of that name is known. */
export function personNamed(handoff: Handoff, name: string): Omit<Person, 'mayBe'> | undefined {
  return knownOf(handoff).find(name);
}

/** The sides that take the system over. */
export function receivingSides(handoff: Handoff): readonly Side[] {
  return knownOf(handoff).receivers;
}
