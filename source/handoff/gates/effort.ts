import type {Handoff} from '../model/handoff.ts';
import {agendaMinutes} from '../../playbook/walk.ts';
import {usualPurpose} from '../registers/purposes.ts';
import {registers} from '../registers/registers.ts';
import {itemAt} from '../items/item-at.ts';
import {stepWith} from '../model/place.ts';
import {durationWords} from '../time/wording.ts';
import type {Requirement} from './requirement.ts';
import type {RequirementKind} from './requirement-id.ts';

/** Requirements that there is one of in a handoff. */
type Single =
  | 'attendees'
  | 'checks'
  | 'demonstrations'
  | 'performers'
  | 'plan'
  | 'required-checks'
  | 'session'
  | 'transition';

type Minutes = (handoff: Handoff, requirement: Requirement) => number | undefined;

/** Minutes for one field of a row: a sentence to think of and to type. */
const perField = 0.5;
/** Minutes for a text of its own. */
const perText = 4;
/** Minutes for an item of a checklist: to look whether it is so. */
const perTick = 5;
/** Minutes in which a missing thing is accepted by name, with a reason. */
const perWaiver = 2;

/** The required fields of one row; a runbook has its commands to find as well. */
function oneRow(handoff: Handoff, id: string): number {
  const item = itemAt(handoff, id)?.item;
  if (!item?.register) return perText;
  const asked = registers[item.register].fields.filter(({isRequired}) => isRequired).length;
  return asked * perField + (item.register === 'runbooks' ? 5 : 0);
}

function item(handoff: Handoff, {place}: Requirement): number {
  const at = place.line?.kind === 'item' ? itemAt(handoff, place.line.id) : undefined;
  if (!at) return perText;
  return at.step.screen === 'text' ? oneRow(handoff, at.item.id) : perTick;
}

/** What is to be waited for, or is done by others, takes no time of the one who asks. */
const nobodysTime: Minutes = () => undefined;

/** Of what ends a transition, what can be done at once; for the rest days have to come, or others act. */
const exitMinutes: Partial<Readonly<Record<string, number>>> = {
  demonstrations: 5,
  'follow-ups': 10,
  ties: 5,
  'checks-again': 2,
};

/** A figure that the requirement itself has, such as the minutes that a block lacks. */
const lackingMinutes: Minutes = (_, {fact}) => fact['minutes'];

/**
 * Minutes for each kind of requirement: proposals of this project. Behind those for typing lie the
 * journeys of its own tests, in which four components with their runbooks, people and support model
 * took about 7,800 typed characters and 1,000 keys, some 25 characters a field. At 40 words a minute a
 * field is typed in a few seconds; the rest of the half minute is for knowing what to type. What is done
 * on the system or with people is set by what a practised person would plan for it.
 */
const minutesOf: Readonly<Record<RequirementKind | Single, Minutes>> = {
  // Runs of a runbook, checks.
  proven: (_, {id}) => (usualPurpose(id.replace(/^proven /u, '')) === 'restore' ? 20 : 5),
  check: () => 10,
  checks: () => 2,
  'required-checks': () => 10,
  // Writing.
  item,
  register: item,
  fields: (_, {fact}) => Object.keys(fact).length * perField,
  reason: () => 1,
  placeholder: () => 1,
  // A question with its answer.
  'teach-back': () => 2,
  // A call.
  tested: () => 5,
  // The session.
  plan: () => 2,
  attendees: () => 3,
  session: ({playbook}) => {
    const agenda = stepWith(playbook, 'agenda');
    return agenda && agendaMinutes(agenda).min;
  },
  time: lackingMinutes,
  topic: () => 3,
  driven: nobodysTime,
  demonstration: () => 5,
  demonstrations: () => 5,
  performers: () => 5,
  transition: () => 1,
  exit: (_, {id}) => exitMinutes[id.replace(/^exit /u, '')],
};

/**
 * How many minutes of somebody's time settle a requirement, whole and at least one; nothing where time
 * has to pass, or others have to act. What nobody can change any more is waived.
 */
function minutesFor(handoff: Handoff, requirement: Requirement): number | undefined {
  const {id, isPast} = requirement;
  const kind = id.split(' ', 1)[0] ?? '';
  const found = isPast
    ? perWaiver
    : minutesOf[kind as keyof typeof minutesOf]?.(handoff, requirement);
  return found === undefined ? undefined : Math.max(1, Math.ceil(found));
}

/** A requirement with what it takes. */
export interface Missing extends Requirement {
  /** Whole and at least one; `null` where it takes nobody's time. */
  readonly minutes: number | null;
}

/** Requirements with the quickest to settle first; what takes nobody's time comes last. */
export function quickestFirst(handoff: Handoff, requirements: readonly Requirement[]): Missing[] {
  const rank = ({minutes}: Missing) => minutes ?? Number.MAX_SAFE_INTEGER;
  return requirements
    .map((one) => ({...one, minutes: minutesFor(handoff, one) ?? null}))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** About how long somebody is busy with all of it, such as "about 35 min in all"; from an hour on in fives. */
export function effortWords(missing: readonly Missing[]): string {
  const minutes = missing.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const waiting = missing.filter((one) => one.minutes === null).length;
  const rounded = minutes < 60 ? minutes : Math.round(minutes / 5) * 5;
  return [
    ...(minutes > 0 ? [`about ${durationWords(rounded * 60_000)} in all`] : []),
    ...(waiting > 0 ? [`${waiting} to wait for`] : []),
  ].join(', ');
}

/** How long one takes, such as "about 2 min". */
export function minutesWords({minutes}: Missing): string {
  return minutes === null ? 'to wait for' : `about ${durationWords(minutes * 60_000)}`;
}
