import type {RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Side} from '../model/person.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {isNobody} from './nobody.ts';

/** A place in which a name stands. */
export interface Mention {
  readonly name: string;
  /** What the person is there, such as `attendee`. */
  readonly as: string;
  /** Said of them there; `receiver` of whoever takes over, be that the customer or a success team; `stays` of whoever stays in reach for them. */
  readonly side?: Side | 'receiver' | 'stays';
  readonly role?: string;
  readonly address?: string;
}

/** Fields that hold one name, what it is there, and what that says of the side. */
const namesIn: readonly (readonly [RegisterName, string, string, ('receiver' | 'stays')?])[] = [
  ['approvers', 'name', 'approver', 'receiver'],
  ['approvers', 'deputy', 'deputy of an approver', 'receiver'],
  ['acknowledgements', 'name', 'agreed to the support model', 'receiver'],
  ['check-ins', 'name', 'partner of a check-in', 'receiver'],
  ['duties', 'incoming', 'takes a duty over', 'receiver'],
  ['duties', 'outgoing', 'had a duty'],
  ['duties', 'deputy', 'deputy of a duty'],
  ['contacts', 'name', 'escalation contact'],
  ['escalations', 'whom', 'called in an escalation'],
  ['transition', 'name', 'owner of the transition', 'stays'],
  ['transition', 'deputy', 'deputy in the transition', 'stays'],
  ['risks', 'owner', 'owner of a risk'],
  ['risks', 'acceptedBy', 'lives with a risk', 'receiver'],
  ['ties', 'owner', 'owner of a tie'],
  ['runbooks', 'author', 'author of a runbook'],
  ['decisions', 'by', 'decided something'],
  ['maintenance', 'owner', 'does recurring maintenance'],
  ['contracts', 'owner', 'owner of a contract'],
  ['reviews', 'who', 'reviews documents'],
];

/** Whether a field of a register holds the name of one person. */
export function isPersonField(register: RegisterName, field: string): boolean {
  const isAttendee = register === 'attendees' && field === 'name';
  return isAttendee || namesIn.some(([table, name]) => table === register && name === field);
}

/** What of a handoff names people, items aside: as long as it is the same, so are the people. */
export const namingParts = [
  'createdBy',
  'actors',
  'holder',
  'people',
  'records',
  'demonstrations',
  'teachBacks',
  'signOffs',
  'gateWaivers',
  'followUps',
] as const satisfies readonly (keyof Handoff)[];

/** A handoff, as far as names can be looked for in it. */
export type Naming = Pick<Handoff, (typeof namingParts)[number] | 'items'>;

function inRows(handoff: Naming): Mention[] {
  const attending = recordsOf(handoff, 'attendees').map((row): Mention => {
    const side = fieldText(row, 'side') as Side | '';
    const [role, address] = [fieldText(row, 'role'), fieldText(row, 'email')];
    return {
      name: fieldText(row, 'name'),
      as: 'attendee',
      ...(side === '' ? {} : {side}),
      ...(role === '' ? {} : {role}),
      ...(address === '' ? {} : {address}),
    };
  });
  const named = namesIn.flatMap(([register, field, as, side]) =>
    recordsOf(handoff, register).map((row): Mention => {
      const role = register === 'approvers' && field === 'name' ? fieldText(row, 'role') : '';
      return {
        name: fieldText(row, field),
        as,
        ...(side ? {side} : {}),
        ...(role === '' ? {} : {role}),
      };
    }),
  );
  return [...attending, ...named];
}

function inClaims({demonstrations, teachBacks, signOffs, gateWaivers}: Naming): Mention[] {
  return [
    ...demonstrations.flatMap(({performer, observer}): Mention[] => [
      {name: performer, as: 'performed', side: 'receiver'},
      {name: observer, as: 'watched'},
    ]),
    ...teachBacks.flatMap(({answerer, asker}): Mention[] => [
      {name: answerer, as: 'answered a question', side: 'receiver'},
      ...(asker === undefined ? [] : [{name: asker, as: 'asked a question'}]),
    ]),
    ...signOffs.map(({name, role}): Mention => ({name, as: 'signed', side: 'receiver', role})),
    ...gateWaivers.map(({approver}): Mention => ({
      name: approver,
      as: 'approved a waiver',
      side: 'receiver',
    })),
  ];
}

function owners({items, followUps}: Naming): Mention[] {
  const all = [...Object.values(items), ...Object.values(followUps)];
  return all.flatMap(({owner}) => (owner ? [{name: owner, as: 'owner'}] : []));
}

/** A text in a field for names need not be one. */
function isName(text: string): boolean {
  return text.length <= 80 && !isNobody(text);
}

/** Every name there is, and where it stands: first those whose side is beyond doubt. */
export function mentionsOf(handoff: Naming): readonly Mention[] {
  const acting = handoff.actors.map((name): Mention => ({
    name,
    as: name === handoff.createdBy ? 'started the handoff' : 'has entered something',
    side: 'vendor',
  }));
  const holding = handoff.holder
    ? [{name: handoff.holder.name, as: 'holds the handoff', side: 'vendor'} as const]
    : [];
  const others = [...inRows(handoff), ...inClaims(handoff), ...owners(handoff)];
  return [...acting, ...holding, ...others.filter(({name}) => isName(name))];
}
