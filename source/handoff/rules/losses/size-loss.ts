import {systemSizes, type SystemSize} from '../../../playbook/playbook.ts';
import {sizeOf, sizeWords} from '../../items/asked.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {Loss} from './losses.ts';

/** Less is asked than the session was held with. */
export function sizeLoss(handoff: Handoff, {size}: {readonly size: SystemSize}): Loss | undefined {
  const before = sizeOf(handoff);
  const isSmaller = systemSizes.indexOf(size) < systemSizes.indexOf(before);
  if (!isSmaller || handoff.session.startedAt === undefined) return undefined;
  return {
    text: `the size was lowered from ${sizeWords[before]} to ${sizeWords[size]}, so less is asked`,
    needsReason: true,
    concernsCustomer: true,
  };
}
