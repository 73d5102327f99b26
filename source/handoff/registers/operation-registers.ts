import {optional, required, type Register} from './field.ts';
import {purposes} from './purposes.ts';

/** What people do with the system, and how they learn it. */
export const operation = {
  runbooks: {
    title: 'Runbooks',
    one: 'runbook',
    part: 'operate',
    fields: [
      required('name', 'Runbook', 'What it does, such as Restart the orders service.'),
      required('trigger', 'Trigger', 'When to use it: the alert or the report.'),
      required('effect', 'Effect', 'Whether it changes anything on the system.', {
        choices: ['safe', 'changes'],
      }),
      optional('preconditions', 'Before', 'What must hold before it may run.'),
      required('commands', 'Commands', 'Exactly what to type, a line each.', {kind: 'commands'}),
      required('expected', 'Expected output', 'What shows that it worked. /…/ is a pattern.', {
        kind: 'text',
        isOutput: true,
        lacking: 'nothing says what to expect when it worked',
      }),
      required('verification', 'Verification', 'How to see afterwards that all is well.'),
      required('rollback', 'Way back', 'How to undo it, and when.', {
        when: {field: 'effect', is: 'changes'},
        lacking: 'it changes the system, and nothing says how to undo it',
      }),
      optional('escalation', 'If it fails', 'Whom to call then.', {repeats: true}),
      required('author', 'Written by', 'Who wrote it. Somebody else has to perform it.', {
        repeats: true,
      }),
      optional('purpose', 'Purpose', 'What it is for. Only one that restores proves a restore.', {
        choices: purposes,
        isFound: true,
      }),
      optional('verify', 'Verify with', 'The check or the safe runbook that is run after it.', {
        isFound: true,
      }),
    ],
  },
  training: {
    title: 'Training material',
    one: 'piece of material',
    part: 'resources',
    fields: [
      required('name', 'Title', 'What it teaches.'),
      required('kind', 'Kind', 'What it is.', {
        choices: ['diagram', 'workflow', 'task', 'troubleshooting', 'frequent question'],
      }),
      required('content', 'Content', 'The text itself, or the link to it.', {kind: 'text'}),
      optional('audience', 'For', 'Who needs it.'),
      optional('demonstration', 'Shown in', 'The demonstration that practises it.'),
    ],
  },
} as const satisfies Record<string, Register>;
