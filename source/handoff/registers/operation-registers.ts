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
        unless: ['steps'],
      }),
      optional('preconditions', 'Before', 'What must hold before it may run.'),
      optional('steps', 'Steps', 'Where it has several: 1. a title, $ command, See:, If not:.', {
        kind: 'steps',
      }),
      required('commands', 'Commands', 'Exactly what to type, a line each.', {
        kind: 'commands',
        unless: ['steps'],
      }),
      required('expected', 'Expected output', 'What shows that it worked. /…/ is a pattern.', {
        kind: 'text',
        isOutput: true,
        unless: ['steps'],
        lacking: 'nothing says what to expect when it worked',
      }),
      // What only looks shows by itself that it worked.
      required('verification', 'Verification', 'How to see afterwards that all is well.', {
        when: {field: 'effect', is: 'changes'},
        unless: ['steps', 'verify'],
      }),
      required('rollback', 'Way back', 'How to undo it, and when.', {
        when: {field: 'effect', is: 'changes'},
        lacking: 'it changes the system, and nothing says how to undo it',
      }),
      optional('escalation', 'If it fails', 'Whom to call then.', {holds: 'person', repeats: true}),
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
  symptoms: {
    title: 'Common issues',
    one: 'common issue',
    part: 'troubleshoot',
    fields: [
      required('name', 'Symptom', 'What is seen, in the words of those who report it.'),
      required('cause', 'Cause', 'Why it happens.'),
      required('action', 'What to do', 'The remedy, or the runbook that has it.', {
        kind: 'text',
        lacking: 'nothing says what to do then',
      }),
      optional('severity', 'Severity', 'How much it hurts, such as 2.'),
      optional('escalation', 'If it does not help', 'Whom to call then.', {
        holds: 'person',
        repeats: true,
      }),
    ],
  },
  escalations: {
    title: 'Escalation',
    one: 'escalation',
    part: 'contact',
    fields: [
      required('name', 'When', 'What calls for it, such as severity 1 and no runbook helps.'),
      required('whom', 'Call', 'Whom, by name.'),
      required('channel', 'Channel', 'The number or address that was tried.', {
        holds: 'channel',
        lacking: 'nothing says how to reach them',
      }),
      required('response', 'Answer within', 'How soon they answer, such as 15 min.', {
        holds: 'response',
        repeats: true,
      }),
      required('next', 'If nobody answers', 'Whom to call then, and after how long.', {
        holds: 'person',
        repeats: true,
      }),
      optional('tell', 'Say', 'What they have to know at once.', {repeats: true}),
      required('tested', 'Tried on', 'The day on which somebody last reached them there.', {
        kind: 'date',
        time: 'done',
        restsOn: 'channel',
        lacking: 'nobody has tried to reach them there',
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
  'teach-back': {
    title: 'Teach-back',
    one: 'teach-back question',
    part: 'resources',
    lacking: 'nothing was asked back of those who take over',
    fields: [
      required('name', 'Question', 'What they would do or see: What do you do when …?'),
      required('answer', 'Answer', 'What a right answer says. The customer reads the runbook.', {
        kind: 'text',
        isInternal: true,
      }),
      optional('runbook', 'Runbook', 'The runbook that has the answer.', {names: 'runbook'}),
    ],
  },
} as const satisfies Record<string, Register>;
