import type {Handoff} from '../../handoff/model/handoff.ts';
import {peopleOf, type Person} from '../../handoff/people/people.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import {receivingSides} from '../../handoff/rules/people/sides.ts';
import type {About, AskPerson, TextAsk} from './ask.ts';

/** Somebody on offer. */
export interface Known {
  readonly name: string;
  /** What tells them from others, such as their role. */
  readonly detail: string;
}

/** Everybody who is known to take the system over. */
export function receiversOf(handoff: Handoff): readonly Known[] {
  const receivers = receivingSides(handoff);
  return knownAmong(handoff, ({side}) => side !== undefined && receivers.includes(side));
}

/** Everybody whom the handoff names. */
export function everybodyOf(handoff: Handoff): readonly Known[] {
  return knownAmong(handoff, () => true);
}

function knownAmong(handoff: Handoff, isMeant: (person: Person) => boolean): readonly Known[] {
  return peopleOf(handoff)
    .filter(isMeant)
    .map(({name, role = ''}) => ({name, detail: role}));
}

interface PersonQuestion {
  readonly label: string;
  /** The question over the names on offer; the label where nothing is said. */
  readonly choiceLabel?: string;
  /** Said under the question over the names; the hint where nothing is said. */
  readonly choiceHint?: string;
  readonly hint: string;
  readonly about?: About;
  /** Names on offer; without any, the name is typed at once. */
  readonly names: readonly Known[];
  readonly initialText?: string;
  readonly problemWith?: (name: string) => string | undefined;
  /** As `keep` of a question: it stays until this gives true. */
  readonly keep?: (name: string) => Promise<boolean>;
}

// No name is empty.
const another = '';

/** Asks for a person: one of those known, or another name. Gives nothing when it was left. */
export async function askForPerson(
  ask: AskPerson,
  options: PersonQuestion,
): Promise<string | undefined> {
  const {label, hint, about, names, initialText, problemWith, keep} = options;
  let named: string | undefined;
  async function take(name: string): Promise<boolean> {
    const isKept = (await keep?.(name)) ?? true;
    if (isKept) named = name;
    return isKept;
  }
  const typed: TextAsk = {
    label,
    hint,
    ...(about ? {about} : {}),
    ...(initialText === undefined ? {} : {initialText}),
    problemWith: (text) => (text === '' ? 'A name is needed.' : problemWith?.(text)),
    keep: take,
  };
  const fitting = names.filter(
    ({name}, index) =>
      problemWith?.(name) === undefined &&
      names.findIndex((other) => isSamePerson(other.name, name)) === index,
  );
  await ask(
    fitting.length === 0
      ? typed
      : {
          label: options.choiceLabel ?? `${label}?`,
          hint: options.choiceHint ?? hint,
          ...(about ? {about} : {}),
          choices: [
            ...fitting.map(({name, detail}) => ({
              value: name,
              label: detail ? `${name}, ${detail}` : name,
            })),
            {value: another, label: 'Somebody else'},
          ],
          keep: async (value) =>
            value === another ? (await ask(typed)) !== undefined : take(value),
        },
  );
  return named;
}
