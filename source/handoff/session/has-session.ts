import type {Handoff} from '../model/handoff.ts';
import {stepWith} from '../model/place.ts';

/** Whether a handoff has a session at all: its playbook has an agenda, or one was held all the same. */
export function hasSession({playbook, session}: Pick<Handoff, 'playbook' | 'session'>): boolean {
  return stepWith(playbook, 'agenda') !== undefined || session.startedAt !== undefined;
}
