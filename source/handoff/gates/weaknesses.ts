import {usualPurpose} from '../registers/purposes.ts';
import {
  defaultGates,
  type GateSettings,
  type Playbook,
  type RegisterName,
  type Screen,
} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import {workItems} from '../items/items.ts';
import {stepWith} from '../model/place.ts';

/** What a playbook does not ask, so that nobody takes its silence for a tick. */
export interface Weakness {
  /** Stays the same from version to version, such as `proof-days`. */
  readonly id: string;
  /** A sentence. */
  readonly text: string;
  /** The item that it is about, where it is about one. */
  readonly item?: string;
}

const screens: readonly (readonly [Screen, string])[] = [
  ['checks', 'No check of the deployed system is asked for.'],
  ['plan', 'No session has to be planned.'],
  ['agenda', 'No agenda is kept, so no time and no topic of the session is asked for.'],
  ['demonstrations', 'Nobody of the receiver has to perform a task.'],
  ['follow-ups', 'No open point has to be closed.'],
  ['transition', 'No transition and no check-in is asked for.'],
  ['sign-off', 'Nobody has to sign.'],
];

const tables: readonly (readonly [RegisterName, string])[] = [
  ['severities', 'No response time has to be agreed.'],
  ['out-of-scope', 'Nothing has to be named as out of scope.'],
  ['contacts', 'No escalation contact has to be named or tested.'],
  ['acknowledgements', 'Nobody has to agree to the support model.'],
  ['transition', 'Nobody has to stay in reach.'],
  ['attendees', 'Nobody of the receiver has to be named for the session.'],
  ['approvers', 'Nobody has to be named who may accept.'],
  ['risks', 'Risks and known issues are not asked for.'],
  ['ties', 'What still hangs on the team is not asked for.'],
];

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** What counts for longer than usual, or only on its own day. */
function lasting(id: string, what: string, value: number, usual: number): Weakness[] {
  if (value > 0 && value <= usual) return [];
  const words = value === 0 ? 'only on the day itself' : `for ${days(value)}`;
  return [{id, text: `${what} counts ${words}; ${days(usual)} are usual.`}];
}

/** What is asked in a smaller measure than usual. */
function lower(id: string, value: number, usual: number, text: string): Weakness[] {
  return value < usual ? [{id, text: `${text}; ${usual} are usual.`}] : [];
}

function ofGates(playbook: Playbook, gates: GateSettings): Weakness[] {
  const usual = defaultGates;
  const {prove, handsOnBlock, handsOnPercent, quietDays, reasonLength, sessionMinutes} = gates;
  const asked = prove.filter((id) => allItems(playbook).some(({item}) => item.id === id));
  const hasBlock = allItems(playbook).some(({item}) => item.id === handsOnBlock);
  return [
    ...(asked.length === 0 ? [{id: 'prove', text: 'No runbook has to be proven.'}] : []),
    ...(asked.length > 0 &&
    !asked.some((id) => usualPurpose(id) === 'restore' || id.includes('restor'))
      ? [{id: 'prove restore', text: 'No restore has to be proven.'}]
      : []),
    ...lasting('proof-days', 'A proof', gates.proofDays, usual.proofDays),
    ...lasting('contact-days', 'The test of a contact', gates.contactDays, usual.contactDays),
    ...lower(
      'reason-length',
      reasonLength,
      usual.reasonLength,
      `A reason may have ${reasonLength} characters`,
    ),
    ...lower(
      'session-minutes',
      sessionMinutes,
      usual.sessionMinutes,
      `A session may have ${sessionMinutes} minutes`,
    ),
    ...(!hasBlock || handsOnPercent === 0
      ? [{id: 'hands-on-percent', text: 'Who has the keyboard is not asked.'}]
      : lower(
          'hands-on-percent',
          handsOnPercent,
          usual.handsOnPercent,
          `The customer has the keyboard for ${handsOnPercent} %`,
        )),
    ...(gates.firstCheckIn > usual.firstCheckIn
      ? [
          {
            id: 'first-check-in',
            text: `The first check-in may come ${gates.firstCheckIn} business days after the session; ${usual.firstCheckIn} are usual.`,
          },
        ]
      : []),
    ...(gates.checkInEvery > usual.checkInEvery
      ? [
          {
            id: 'check-in-every',
            text: `From one check-in to the next may be ${gates.checkInEvery} business days; ${usual.checkInEvery} are usual.`,
          },
        ]
      : []),
    ...lower(
      'quiet-days',
      quietDays,
      usual.quietDays,
      quietDays === 0
        ? 'No quiet day before the end is asked for'
        : `${quietDays} business days without severity 1 are enough`,
    ),
  ];
}

/** What no gate looks at where only what is required is asked. */
const onlyRequired: Weakness = {
  id: 'gates required',
  text: 'Asked are only that required items are settled and required checks hold: no proof of a runbook, no length of the session, nobody at the keyboard, no test of a contact and no quiet days.',
};

/** Whether a gate asks for what is done on a screen: where only what is required is asked, an item does. */
function asksFor({phases, gates}: Playbook, screen: Screen): boolean {
  const step = stepWith({phases}, screen);
  if (!step || gates?.asks !== 'required') return step !== undefined;
  if (screen === 'checks' || screen === 'sign-off') return true;
  const fact = screen === 'plan' ? 'plan' : screen === 'transition' ? 'check-in' : undefined;
  return workItems({}, step).some(
    (item) => !item.isOptional && (fact === undefined || item.settledBy === fact),
  );
}

/** Everything that a playbook asks less of than usual, and what it brought along as done. */
export function weaknesses(playbook: Playbook): readonly Weakness[] {
  const {gates} = playbook;
  const isRequired = gates?.asks === 'required';
  const keepers = allItems(playbook).filter(({item}) => !isRequired || !item.isOptional);
  const kept = new Set(keepers.map(({item}) => item.register));
  const ticked = allItems(playbook).filter(({item}) => item.isChecked);
  return [
    ...(gates
      ? isRequired
        ? [onlyRequired]
        : ofGates(playbook, gates)
      : [
          {
            id: 'gates',
            text: 'The playbook has no gates: nothing has to hold before the session, its end or the acceptance.',
          },
        ]),
    ...screens.flatMap(([screen, text]) =>
      asksFor(playbook, screen) ? [] : [{id: `step ${screen}`, text}],
    ),
    ...tables.flatMap(([register, text]) =>
      kept.has(register) ? [] : [{id: `register ${register}`, text}],
    ),
    ...ticked.map(({item}) => ({
      id: `ticked ${item.id}`,
      item: item.id,
      text: `"${item.text}" came as done with the playbook; nobody here has said so.`,
    })),
  ];
}
