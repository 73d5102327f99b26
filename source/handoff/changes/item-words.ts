import {allItems} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';

/** An item in quotes, as it reads in its playbook. */
export function itemWords({playbook}: Handoff, id: string): string {
  const text = allItems(playbook).find(({item}) => item.id === id)?.item.text ?? id;
  return `"${text}"`;
}
