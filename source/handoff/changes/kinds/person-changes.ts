import {sides} from '../../model/person.ts';
import {entry} from '../entry.ts';
import {oneOf, optional, text, words} from '../change-fields.ts';

/** Who people are, where the places in which their names stand do not say it. */
export const personChanges = {
  /** Settles a side, a role or an address, or says that a spelling means this person. */
  'person/described': entry({
    since: 2,
    fields: {
      name: words(),
      side: optional(oneOf(sides)),
      role: optional(text()),
      address: optional(text()),
      alias: optional(words()),
    },
    undo: 'free',
    words: ({name}) => `what was said of ${name}`,
    misfit: ({name, alias}) => (name === alias ? 'both names are the same' : undefined),
    reduce(draft, {name, side, role, address, alias, at, actor}) {
      const described = {
        name,
        ...(side === undefined ? {} : {side}),
        ...(role === undefined ? {} : {role}),
        ...(address === undefined ? {} : {address}),
        ...(alias === undefined ? {} : {alias}),
        at,
        by: actor,
      };
      draft.people = [...draft.people, described];
    },
  }),
  /** From then on both names mean one person, who is called by the new one. */
  'person/renamed': entry({
    since: 2,
    fields: {from: words(), to: words()},
    undo: 'claim',
    words: ({from, to}) => `that ${from} is ${to}`,
    misfit: ({from, to}) => (from === to ? 'both names are the same' : undefined),
    reduce(draft, {from, to, at, actor}) {
      draft.people = [...draft.people, {name: to, alias: from, at, by: actor}];
    },
  }),
};
