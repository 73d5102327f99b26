import type {RegisterName} from '../../playbook/model.ts';
import {afterwards} from './afterwards.ts';
import {deployed} from './deployed.ts';
import type {Register} from './field.ts';
import {operation} from './operation.ts';
import {people} from './people.ts';
import {support} from './support.ts';

/** Every table that a handoff can keep, with the fields that a complete handoff document needs. */
export const registers: Readonly<Record<RegisterName, Register>> = {
  ...deployed,
  ...operation,
  ...support,
  ...people,
  ...afterwards,
};
