import {optional, required, type Register} from './field.ts';

export const consents = ['not asked', 'yes', 'no'] as const;
export const severityNames = ['1', '2', '3', '4'] as const;

/** Who takes part, who takes over, and what could go wrong for them. */
export const people = {
  duties: {
    title: 'Duties',
    one: 'duty',
    part: 'contact',
    fields: [
      required('name', 'Duty', 'Such as on-call, backups, or renewing certificates.'),
      required('outgoing', 'Until now', 'Who has it today.'),
      required('incoming', 'From now on', 'Who takes it over, by name.'),
      optional('deputy', 'Deputy', 'Who does it when they are away.'),
      optional('from', 'From', 'The day on which it moves.', {
        kind: 'date',
        expires: {kind: 'duty', text: 'Duty moves: {name}', owner: 'incoming'},
      }),
    ],
  },
  attendees: {
    title: 'Attendees',
    one: 'attendee',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'Name', 'Who comes to the session.'),
      required('side', 'Side', 'On whose side.', {choices: ['customer', 'success team', 'vendor']}),
      required('role', 'Role', 'What they do with the system.', {holds: 'role'}),
      optional('email', 'E-mail', 'Where the invitation goes, such as kim@example.com.', {
        isAddress: true,
      }),
      required(
        'consent',
        'Recording',
        'Whether they agree to be recorded. One no means notes only.',
        {
          choices: consents,
        },
      ),
    ],
  },
  approvers: {
    title: 'Approvers',
    one: 'approver',
    part: 'contact',
    isShared: true,
    fields: [
      required('name', 'Name', 'Who may accept the system for the receiver.'),
      required('role', 'Role', 'Such as head of operations.', {holds: 'role'}),
      optional('deputy', 'Deputy', 'Who decides when they are away.'),
    ],
  },
  risks: {
    title: 'Risks and known issues',
    one: 'risk',
    part: 'troubleshoot',
    fields: [
      required('name', 'Risk or issue', 'What goes wrong, or may.'),
      required('severity', 'Severity', '1 stops the business, 4 is a blemish.', {
        choices: severityNames,
      }),
      required('workaround', 'Workaround', 'What to do until it is solved.'),
      required('owner', 'Owner', 'Who solves it, by name.'),
      required('due', 'Due', 'The day by which it is solved.', {kind: 'date', time: 'to-come'}),
      required('state', 'State', 'Whether it still stands.', {
        choices: ['open', 'accepted', 'closed'],
      }),
      optional(
        'acceptedBy',
        'Accepted by',
        'Who of the receiver lives with it, by name; severity 1 and 2 need it.',
      ),
    ],
  },
} as const satisfies Record<string, Register>;
