import {optional, required, type Register} from './field.ts';
import {severityNames} from './people-registers.ts';

/** What is kept after the session. */
export const afterwards = {
  'check-ins': {
    title: 'Contacts',
    one: 'contact with the customer',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'With', 'Who was spoken to.'),
      required('date', 'On', 'The day of the contact.', {kind: 'date', time: 'done'}),
      required('kind', 'Kind', 'A check-in of the plan, or a contact in between.', {
        choices: ['check-in', 'other contact'],
      }),
      required('did', 'They did', 'What they did with the system themselves since the last time.'),
      required('found', 'Came up', 'Questions, gaps and problems, or none.', {kind: 'text'}),
      required('severity', 'Worst issue', 'The worst that happened since the last time.', {
        choices: ['none', ...severityNames],
      }),
      optional('remark', 'Internal remark', 'For your own team; never reaches the customer.', {
        isInternal: true,
      }),
    ],
  },
  ties: {
    title: 'What still hangs on us',
    one: 'tie',
    part: 'access',
    fields: [
      required('name', 'What', 'Such as the DNS zone, or the alerts to our chat.'),
      required('kind', 'Kind', 'What it is.', {
        choices: [
          'account',
          'domain',
          'certificate',
          'alert receiver',
          'scheduled job',
          'licence',
          'other',
        ],
      }),
      required('owner', 'Owner', 'Who sees to it that it moves, by name.'),
      required('moves', 'Moves to', 'Where it goes, or that it is closed.'),
      required('ends', 'Ends on', 'The day by which it no longer hangs on us.', {
        kind: 'date',
        time: 'to-come',
        expires: {
          kind: 'tie',
          text: '{name} must no longer hang on us',
          owner: 'owner',
          unless: {field: 'state', is: 'moved'},
        },
      }),
      required('state', 'State', 'Whether it still hangs on us.', {
        choices: ['tied', 'moved'],
      }),
    ],
  },
} as const satisfies Record<string, Register>;
