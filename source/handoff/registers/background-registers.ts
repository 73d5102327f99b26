import {optional, required, type Register} from './field.ts';

/** What was promised, why it is as it is, what it keeps, and what goes on beside it. */
export const background = {
  criteria: {
    title: 'Success criteria',
    one: 'success criterion',
    part: 'deployed',
    lacking: 'a reader cannot tell what was promised, nor whether it was reached',
    fields: [
      required('name', 'Criterion', 'What was agreed, such as orders are taken within a second.'),
      required('target', 'Target', 'The figure that was agreed, such as 95 % below 1 s.'),
      optional('check', 'Measured by', 'The check that measures it.', {names: 'check'}),
      required('result', 'Result', 'What was measured, with the figure.', {
        when: {field: 'check', is: ''},
        lacking: 'nothing says whether it was reached',
      }),
      required('date', 'Measured on', 'The day on which it was measured.', {
        kind: 'date',
        time: 'done',
        when: {field: 'check', is: ''},
      }),
    ],
  },
  decisions: {
    title: 'Decisions and constraints',
    one: 'decision',
    part: 'deployed',
    lacking: 'what was decided for a reason will be undone without knowing it',
    fields: [
      required('name', 'Decision', 'What was decided, or what is given and cannot be changed.'),
      required('why', 'Why', 'The reason, as it was then.'),
      optional('rejected', 'Rejected', 'What else was thought of, and why not.'),
      required('date', 'On', 'The day on which it was decided.', {kind: 'date', time: 'done'}),
      required('by', 'By', 'Who decided, by name.'),
    ],
  },
  data: {
    title: 'Data',
    one: 'data set',
    part: 'operate',
    lacking: 'a reader cannot tell how much data may be lost, nor what brings it back',
    fields: [
      required('name', 'Data', 'What is kept, such as orders.'),
      required('place', 'Where', 'Where it lies, and where its backup does.', {holds: 'place'}),
      required('retention', 'Kept for', 'How long, and what deletes it then.'),
      required('rpo', 'May be lost', 'The RPO: the newest data that may be lost, such as 1 h.'),
      required('rto', 'Back within', 'The RTO: how long a restore may take, such as 4 h.'),
      required('restore', 'Restored by', 'The runbook that restores it.', {
        names: 'restoring runbook',
        lacking: 'no runbook is named that brings it back',
      }),
    ],
  },
  contracts: {
    title: 'Contracts, licences and warranties',
    one: 'contract',
    part: 'resources',
    lacking: 'a contract, licence or warranty may end without anybody noticing',
    fields: [
      required('name', 'What', 'Such as support contract of the database.'),
      required('with', 'With', 'The other side, and the number of the contract.'),
      optional('ends', 'Ends on', 'The day on which it ends or has to be renewed.', {
        kind: 'date',
        expires: {kind: 'contract', text: 'Contract ends: {name}', owner: 'owner'},
      }),
      required('owner', 'Owner', 'Who renews or ends it, by name.'),
      optional('covers', 'Covers', 'What one gets for it, and how to claim it.'),
    ],
  },
  glossary: {
    title: 'Glossary',
    one: 'term',
    part: 'resources',
    lacking: 'a new reader has to guess what your own words mean',
    fields: [
      required('name', 'Term', 'A word or abbreviation as your documents use it.'),
      required('meaning', 'Means', 'What it means here, in a sentence.'),
    ],
  },
  reviews: {
    title: 'Next review',
    one: 'review',
    part: 'resources',
    lacking: 'nobody is to say when these documents are out of date',
    fields: [
      required('name', 'Of what', 'Such as this document, or the runbooks.'),
      required('date', 'On', 'The day by which somebody goes through it.', {
        kind: 'date',
        time: 'to-come',
        expires: {kind: 'review', text: 'Review is due: {name}', owner: 'who'},
      }),
      required('who', 'Who', 'Who does it, by name.'),
    ],
  },
} as const satisfies Record<string, Register>;
