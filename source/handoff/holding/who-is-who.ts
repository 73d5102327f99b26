import type {Handoff} from '../model/handoff.ts';
import type {Side} from '../model/person.ts';
import {channelOf} from '../people/channel-of.ts';
import {peopleOf, type Person} from '../people/people.ts';
import {shownName} from '../people/shown-name.ts';
import {isOnePerson} from '../rules/people/sides.ts';
import {holderOf} from './holder.ts';

/** Somebody whom an engineer who takes a handoff over has to know. */
export interface Known {
  readonly name: string;
  /** Absent where nothing says it. */
  readonly side?: Side;
  /** What they do, in a clause; empty where nothing says it. */
  readonly part: string;
  /** How they are reached; absent where it stands nowhere. */
  readonly reach?: string;
}

/** What somebody is for the time to come; who did something once need not be looked for. */
const parts: readonly string[] = [
  'holds the handoff',
  'started the handoff',
  'approver',
  'deputy of an approver',
  'owner of the transition',
  'deputy in the transition',
  'escalation contact',
  'called in an escalation',
  'takes a duty over',
  'attendee',
  'owner of a risk',
  'owner of a tie',
  'lives with a risk',
  'has entered something',
  'owner',
];

const most = 3;

function partOf({role, from}: Person): string {
  const known = parts.filter((part) => from.includes(part)).slice(0, most);
  return [...(role === undefined ? [] : [role]), ...known].join(', ');
}

const sides: readonly (Side | undefined)[] = ['vendor', 'success team', 'customer', undefined];

/** Everybody with a part in what is to come, the own side first and in it whoever holds the handoff. */
export function whoIsWho(handoff: Handoff): readonly Known[] {
  const holder = holderOf(handoff);
  return peopleOf(handoff)
    .filter(({role, from}) => role !== undefined || from.some((part) => parts.includes(part)))
    .map((person): Known & {readonly isHolder: boolean} => {
      const {side, address} = person;
      const channel = channelOf(handoff, person.name);
      const name = shownName(handoff, person.name);
      const reach = [address, channel].filter((way, at, all) => way && all.indexOf(way) === at);
      return {
        name,
        ...(side ? {side} : {}),
        part: partOf(person),
        ...(reach.length > 0 ? {reach: reach.join(', ')} : {}),
        isHolder: isOnePerson(handoff, name, holder),
      };
    })
    .toSorted(
      (a, b) =>
        sides.indexOf(a.side) - sides.indexOf(b.side) || Number(b.isHolder) - Number(a.isHolder),
    )
    .map(({isHolder: _, ...known}) => known);
}
