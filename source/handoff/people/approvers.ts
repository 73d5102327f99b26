import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf} from '../registers/records.ts';

/** Somebody who may decide for the receiver. */
export interface Approver {
  readonly name: string;
  readonly role: string;
}

/** Those who may decide for the receiver: the approvers, then who stands in for them. */
export function approversOf(handoff: Handoff): Approver[] {
  const rows = recordsOf(handoff, 'approvers');
  const named = rows.map((row) => ({name: fieldText(row, 'name'), role: fieldText(row, 'role')}));
  const deputies = rows.map((row) => ({
    name: fieldText(row, 'deputy'),
    role: `deputy of ${fieldText(row, 'name')}`,
  }));
  return [...named, ...deputies].filter(({name}) => name !== '');
}
