import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {engineer} from '../../fixtures/world/story.ts';

export function attendee(name: string, side: string, role: string, email = ''): Change {
  return {
    type: 'record/added',
    register: 'attendees',
    item: 'attendees',
    fields: {name, side, role, email, consent: 'yes'},
  };
}

export function note(text: string): Change {
  return {type: 'item/noted', item: 'network', note: text};
}

export function performs(performer: string, observer = engineer): Change {
  return {type: 'demonstration/started', item: 'restart-a-service', performer, observer};
}
