import type {RegisterName} from '../../../playbook/playbook.ts';
import type {FieldValues, HandoffRecord} from '../../model/handoff-record.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {Refusal} from '../refused.ts';
import {personRefusal, receiverRefusal, vendorRefusal} from './sides.ts';

type NameRule = (handoff: Handoff, name: string) => Refusal | undefined;

const approver: NameRule = (handoff, name) => {
  const words = {
    code: 'approver-row',
    cannot: ' and cannot approve it as well',
    instead: 'Name the receiver.',
  };
  // Who accepts says who the receiver is, so a success team is no wrong side here.
  return personRefusal(name, words.code, words.instead) ?? vendorRefusal(handoff, name, words);
};

const acknowledger: NameRule = (handoff, name) =>
  receiverRefusal(handoff, name, {
    code: 'acknowledger',
    cannot: ' and cannot agree to it for the receiver',
    instead: 'Name who of the receiver agreed.',
  });

/** A talk with oneself or a colleague is no contact with those who run the system now. */
const partner: NameRule = (handoff, name) =>
  receiverRefusal(handoff, name, {
    code: 'partner',
    instead: 'Name who of the receiver was spoken to.',
  });

/** What could stop the receiver's business is for nobody else to accept. */
const riskTaker: NameRule = (handoff, name) =>
  receiverRefusal(handoff, name, {
    code: 'risk-accepted',
    cannot: ' and cannot accept the risk for others',
    instead: 'Name who of the receiver lives with it.',
  });

/** Names in rows that are a claim about the receiver. */
const rules: {readonly [R in RegisterName]?: Readonly<Record<string, NameRule>>} = {
  approvers: {name: approver, deputy: approver},
  acknowledgements: {name: acknowledger},
  'check-ins': {name: partner},
  risks: {acceptedBy: riskTaker},
};

/** What a field may not say of people; nothing when it may, or is about something else. */
export function personFieldRefusal(
  handoff: Handoff,
  register: RegisterName,
  field: string,
  text: string,
): Refusal | undefined {
  return text.trim() === '' ? undefined : rules[register]?.[field]?.(handoff, text);
}

/** The first of the fields that names whom it may not. */
export function peopleRefusal(
  handoff: Handoff,
  register: RegisterName,
  fields: FieldValues,
): Refusal | undefined {
  for (const [field, value] of Object.entries(fields)) {
    const found =
      typeof value === 'string' ? personFieldRefusal(handoff, register, field, value) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The fields that get another value; what was there before stays, whatever became of it. */
export function changedFields({fields: before}: HandoffRecord, fields: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== before[name]),
  );
}
