import {optional, required, type Register} from './field.ts';

const runbook = {names: 'runbook'} as const;

/** What is watched, what has its limit or its rhythm, and what to do when something is lost. */
export const watch = {
  monitoring: {
    title: 'Monitoring',
    one: 'thing to watch',
    part: 'operate',
    lacking: 'whoever is on call cannot tell what an alert asks for, nor what nobody watches',
    fields: [
      required('name', 'What', 'What is watched or should be, such as replication lag.'),
      required('watched', 'Watched', 'Whether somebody is told when it fails.', {
        choices: ['watched', 'not watched'],
      }),
      required('alert', 'Alert', 'What the alert says, as it arrives.', {
        when: {field: 'watched', is: 'watched'},
      }),
      optional('threshold', 'Threshold', 'From where on it comes, such as above 30 s for 5 min.'),
      required('receiver', 'Goes to', 'Who gets it, and where.', {
        holds: 'person',
        when: {field: 'watched', is: 'watched'},
        lacking: 'nobody is named who gets the alert',
      }),
      optional('runbook', 'Runbook', 'The runbook for it.', runbook),
      optional('dashboard', 'Dashboard', 'Where it can be seen.'),
      optional('falseAlarm', 'Known false alarm', 'When it comes though all is well.'),
      optional('instead', 'How one notices', 'How it shows where nothing watches it.'),
    ],
  },
  recovery: {
    title: 'Recovery scenarios',
    one: 'recovery scenario',
    part: 'operate',
    lacking: 'nothing says what to do when a whole part of the system is lost',
    fields: [
      required('name', 'What is lost', 'Such as two of four nodes, or the data centre.'),
      required('impact', 'Impact', 'What users and operators then see.'),
      required('action', 'What to do', 'In which order, and who decides.', {
        lacking: 'nothing says what to do then',
      }),
      optional('runbook', 'Runbook', 'The runbook that has the steps.', runbook),
      required('time', 'Back after', 'How long until it works again, such as 2 h.'),
    ],
  },
  capacity: {
    title: 'Capacity limits',
    one: 'capacity limit',
    part: 'operate',
    lacking: 'a limit is noticed only once it is reached',
    fields: [
      required('name', 'Measure', 'What grows, such as disk of the database.'),
      required('limit', 'Limit', 'Where it ends, such as 500 GB.'),
      required('today', 'Today', 'Where it stands, with the day of the figure.'),
      required('beyond', 'Beyond it', 'What happens when the limit is passed.'),
      required('action', 'What to do', 'How to gain room, and from when on.'),
    ],
  },
  maintenance: {
    title: 'Recurring maintenance',
    one: 'recurring task',
    part: 'operate',
    lacking: 'what has to be done again and again is forgotten first',
    fields: [
      required('name', 'Task', 'Such as renew the certificates.'),
      required('rhythm', 'How often', 'Such as monthly, or before each release.'),
      required('owner', 'Who', 'Who does it from now on, by name.'),
      optional('next', 'Next on', 'The day on which it is due next.', {
        kind: 'date',
        expires: {kind: 'maintenance', text: 'Maintenance is due: {name}', owner: 'owner'},
      }),
      optional('runbook', 'Runbook', 'The runbook for it.', runbook),
    ],
  },
} as const satisfies Record<string, Register>;
