import type {RegisterName} from '../../playbook/playbook.ts';
import {afterwards} from './afterwards-registers.ts';
import {background} from './background-registers.ts';
import {deployed} from './deployed-registers.ts';
import type {Register} from './field.ts';
import {operation} from './operation-registers.ts';
import {people} from './people-registers.ts';
import {support} from './support-registers.ts';
import {watch} from './watch-registers.ts';

/** Every table that a handoff can keep, with the fields that a complete handoff document needs. */
export const registers: Readonly<Record<RegisterName, Register>> = {
  ...deployed,
  ...operation,
  ...support,
  ...people,
  ...afterwards,
  ...background,
  ...watch,
};
