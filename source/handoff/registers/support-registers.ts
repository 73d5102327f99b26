import {optional, required, type Register} from './field.ts';

/** What happens when something breaks, and who answers. */
export const support = {
  severities: {
    title: 'Severities',
    one: 'severity',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'Severity', 'Such as 1.'),
      required('meaning', 'Means', 'What counts as this severity, such as nobody can order.'),
      required('response', 'Response time', 'How soon somebody works on it, such as 30 min.', {
        holds: 'response',
        lacking: 'nothing says how soon somebody responds',
      }),
      required('channel', 'Channel', 'How to report it: the phone number, the address.', {
        holds: 'channel',
      }),
      required('hours', 'Hours', 'When it is answered, with the time zone.', {holds: 'hours'}),
    ],
  },
  'out-of-scope': {
    title: 'Out of scope',
    one: 'exclusion',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'Not supported', 'What the support does not cover.'),
      required('instead', 'Ask instead', 'Who does, or that nobody does.'),
    ],
  },
  contacts: {
    title: 'Escalation contacts',
    one: 'contact',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'Name', 'A person, not a team.'),
      required('level', 'For', 'The severities or the level, such as severity 1, second call.'),
      required('channel', 'Channel', 'The number or address that was tested.', {holds: 'channel'}),
      required('response', 'Response time', 'How soon they answer, such as 15 min.', {
        holds: 'response',
        lacking: 'nothing says how soon they answer',
      }),
      optional('hours', 'Hours', 'When they can be reached.', {holds: 'hours'}),
      required('tested', 'Tested on', 'The day on which somebody last reached them there.', {
        kind: 'date',
        time: 'done',
        restsOn: 'channel',
        lacking: 'nobody has tried to reach them there',
      }),
    ],
  },
  transition: {
    title: 'Transition period',
    one: 'transition period',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'Owner', 'Who stays in reach for the customer.'),
      required('deputy', 'Deputy', 'Who does so when the owner is away.'),
      required('ends', 'Ends on', 'The last day of the transition.', {
        kind: 'date',
        time: 'to-come',
      }),
      optional('channel', 'Channel', 'Where to reach them.', {holds: 'channel'}),
    ],
  },
  acknowledgements: {
    title: 'Acknowledgements',
    one: 'acknowledgement',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'By', 'Who at the customer agreed to the support model.'),
      required('date', 'On', 'The day on which they said so.', {kind: 'date', time: 'done'}),
      required('how', 'How', 'By e-mail, in a meeting, in a ticket: with the reference.'),
    ],
  },
} as const satisfies Record<string, Register>;
