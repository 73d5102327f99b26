import type {RegisterName} from '../../playbook/playbook.ts';

/** What of the rows of a register serves another handoff as well. */
interface Reusable {
  /** The fields that are taken over from a handoff to the same customer. A day is never among them. */
  readonly own: readonly string[];
  /** Those of them that are taken over from a handoff to another customer. */
  readonly others?: readonly string[];
  /** Fields with a person: from another customer's handoff only people of the own side are named. */
  readonly people?: readonly string[];
}

/**
 * The registers that are much the same from one handoff to the next. What tells that something was done
 * or agreed, such as a test, a consent or an acknowledgement, is in none. From another customer's handoff
 * comes only what is said in general and who of the own side does it: never a channel, since nothing tells
 * an address of theirs from one of the own side.
 */
export const reusable: {readonly [R in RegisterName]?: Reusable} = {
  severities: {
    own: ['name', 'meaning', 'response', 'channel', 'hours'],
    others: ['name', 'meaning', 'response', 'hours'],
  },
  'out-of-scope': {own: ['name', 'instead'], others: ['name']},
  contacts: {
    own: ['name', 'level', 'channel', 'response', 'hours'],
    others: ['name', 'level', 'response', 'hours'],
    people: ['name'],
  },
  transition: {
    own: ['name', 'deputy', 'channel'],
    others: ['name', 'deputy'],
    people: ['name', 'deputy'],
  },
  duties: {
    own: ['name', 'outgoing', 'incoming', 'deputy'],
    others: ['name', 'outgoing'],
    people: ['outgoing'],
  },
  approvers: {own: ['name', 'role', 'deputy']},
  glossary: {own: ['name', 'meaning']},
};
