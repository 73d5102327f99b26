import {sizeWords} from '../items/asked.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** What it is already need not be said again; nobody asks less by saying nothing. */
export const isAnotherSize: Rule<'handoff/sized'> = ({size}, change) =>
  size === change.size
    ? refused('same-size', `The size is ${sizeWords[size]} already.`, 'Choose another one.')
    : undefined;
