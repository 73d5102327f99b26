import {partTitles} from '../part-titles.ts';
import {partNames, type Item, type RegisterName, type Screen, type Step} from '../playbook.ts';

/** What is ours stands nowhere in the file. */
const nowhere = {line: 0, column: 0};

/** Ids of a file are slugs and hold no full stop, so that none of ours is ever one of them. */
const ownId = (name: string) => `finish.${name}`;

type More = Partial<Pick<Item, 'details' | 'register' | 'settledBy' | 'part' | 'isOptional'>>;

function item(name: string, text: string, more: More): Item {
  return {
    id: ownId(name),
    text,
    isOptional: false,
    isChecked: false,
    commands: [],
    links: [],
    children: [],
    position: nowhere,
    ...more,
  };
}

function step(name: string, title: string, screen: Screen, items: readonly Item[]): Step {
  return {id: ownId(name), title, screen, items, isAppended: true, position: nowhere};
}

/** Tables without which the first page of the documents has nothing to say. */
const tables: readonly (readonly [RegisterName, string, string])[] = [
  [
    'contacts',
    'Whom to call',
    'People rather than teams, each at a number or address that was tried.',
  ],
  ['severities', 'Severities and response times', 'How soon somebody responds, on which channel.'],
  ['risks', 'Risks and known issues', 'What goes wrong or may, and what to do until it is solved.'],
  ['approvers', 'Who may sign', 'Who may accept the system for the receiver.'],
];

/** The people and the risks that documents begin with, as far as no item of the file keeps them. */
export function peopleStep(kept: ReadonlySet<RegisterName | undefined>): Step | undefined {
  const items = tables
    .filter(([register]) => !kept.has(register))
    .map(([register, text, details]) =>
      item(register, text, {register, details, isOptional: true}),
    );
  return items.length > 0 ? step('people', 'People and risks', 'text', items) : undefined;
}

export const validationStep: Step = step('validation', 'Validation', 'checks', [
  item('checks', 'Run the checks on the deployed system', {settledBy: 'checks'}),
  item('outcomes', 'Review every outcome that is not a pass', {
    settledBy: 'outcomes',
    details: 'Fix it, or have it waived by name, with a reason and an end date.',
  }),
]);

export const documentStep: Step = step(
  'handoff-document',
  'Handoff document',
  'documents',
  partNames.map((part) => item(part, partTitles[part], {part})),
);

export const planStep: Step = step('session-plan', 'Session plan', 'plan', [
  item('attendees', 'Attendees', {register: 'attendees', isOptional: true}),
]);

export const pointsStep: Step = step('open-points', 'Open points', 'follow-ups', [
  item('points', 'Close every open point', {settledBy: 'open-points', isOptional: true}),
]);

export const signOffStep: Step = step('sign-off', 'Sign-off', 'sign-off', [
  item('signature', "Obtain the receiver's sign-off", {settledBy: 'sign-off'}),
]);

/** Phases for what has none in the file. */
export const preparationPhase = {
  id: ownId('preparation'),
  kind: 'preparation',
  title: 'Before it is handed over',
  position: nowhere,
} as const;

export const closingPhase = {
  id: ownId('closing'),
  kind: 'post-handoff',
  title: 'Closing',
  position: nowhere,
} as const;
