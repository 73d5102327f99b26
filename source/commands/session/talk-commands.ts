import {audiences} from '../../playbook/playbook.ts';
import {
  always,
  argument,
  byProgram,
  option,
  reasonOption,
  type Making,
} from '../changes/change-command.ts';

const block = option('the block it belongs to (default: the one that runs)', {
  value: 'block',
  reads: 'block',
  hasUsual: true,
});

export const addNote: Making<'session/noted'> = {
  name: 'session note',
  says: 'keep an internal note, with the time and the running block',
  examples: ['session note "They know the host"'],
  makes: {
    'session/noted': {kind: always('note'), text: argument('text', 'what to keep'), block},
  },
  maker: 'session note',
  namesIt: true,
};

export const askQuestion: Making<'session/noted'> = {
  name: 'session ask',
  says: 'keep a question; it is printed, and an open point until it is answered',
  examples: ['session ask "Who rotates the log?"'],
  makes: {
    'session/noted': {kind: always('question'), text: argument('text', 'the question'), block},
  },
  maker: 'session note',
  namesIt: true,
};

export const addAction: Making<'session/noted' | 'follow-up/changed'> = {
  name: 'session action',
  says: 'keep what somebody is to do; it is printed, and an open point',
  examples: ['session action "Send the dashboards" --owner "Lee Novak" --due fri'],
  makes: {
    'session/noted': {kind: always('action'), text: argument('text', 'what is to be done'), block},
    'follow-up/changed': {
      followUp: byProgram,
      owner: option('who sees to it', {value: 'name'}),
      due: option('by when, such as fri, +3 or 2026-12-03', {value: 'date'}),
      reason: byProgram,
    },
  },
  maker: 'session note',
  namesIt: true,
};

export const answerNote: Making<'session/answered'> = {
  name: 'session answer',
  says: 'answer a question, or say what came of an action',
  examples: ['session answer "rotates the log" "logrotate does, each night"'],
  makes: {
    'session/answered': {
      note: argument('note', 'the question: its id, or a part of either'),
      answer: argument('answer', 'the answer'),
    },
  },
};

export const addressNote: Making<'note/addressed'> = {
  name: 'session address',
  says: 'say who may read a note of the session',
  examples: ['session address "know the host" customer'],
  makes: {
    'note/addressed': {
      note: argument('note', 'the note: its id, or a part of either'),
      audience: argument('audience', 'who may read it', {choices: audiences}),
      reason: reasonOption,
    },
  },
};
