import type {Handoff} from '../../handoff/model/handoff.ts';
import {peopleOf} from '../../handoff/people/people.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import {receivingSides} from '../../handoff/rules/people/sides.ts';
import type {Ask} from './ask-form.tsx';

/** Somebody on offer. */
export interface Known {
  readonly name: string;
  /** What tells them from others, such as their role. */
  readonly detail: string;
}

/** Everybody who is known to take the system over. */
export function receiversOf(handoff: Handoff): readonly Known[] {
  const receivers = receivingSides(handoff);
  return peopleOf(handoff)
    .filter(({side}) => side !== undefined && receivers.includes(side))
    .map(({name, role = ''}) => ({name, detail: role}));
}

interface PersonAsk {
  readonly label: string;
  /** The question over the names on offer; the label where nothing is said. */
  readonly choiceLabel?: string;
  /** Said under the question over the names; the hint where nothing is said. */
  readonly choiceHint?: string;
  readonly hint: string;
  /** Names on offer; without any, the name is typed at once. */
  readonly names: readonly Known[];
  readonly initialText?: string;
  readonly problemWith: (name: string) => string | undefined;
  readonly onAnswer: (name: string) => void;
  /** Asks the next question in the place of this one. */
  readonly put: (ask: Ask) => void;
}

// No name is empty.
const another = '';

/** Asks for a person: one of those known, or another name. */
export function personAsk(options: PersonAsk): Ask {
  const {
    label,
    choiceLabel = `${label}?`,
    hint,
    choiceHint = hint,
    names,
    initialText = '',
    problemWith,
    onAnswer,
    put,
  } = options;
  const typed: Ask = {
    label,
    hint,
    initialText,
    problemWith: (text) => (text === '' ? 'A name is needed.' : problemWith(text)),
    onAnswer,
  };
  const fitting = names.filter(
    ({name}, index) =>
      problemWith(name) === undefined &&
      names.findIndex((other) => isSamePerson(other.name, name)) === index,
  );
  if (fitting.length === 0) return typed;
  return {
    label: choiceLabel,
    hint: choiceHint,
    choices: [
      ...fitting.map(({name, detail}) => ({
        value: name,
        label: detail ? `${name}, ${detail}` : name,
      })),
      {value: another, label: 'Somebody else'},
    ],
    onChoose: (value) => (value === another ? put(typed) : onAnswer(value)),
  };
}
