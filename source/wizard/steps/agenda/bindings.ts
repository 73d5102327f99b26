import type {Binding} from '../../keys/binding.ts';

export const title = 'Agenda';

export const agendaBindings = {
  startSession: {keys: ['s'], label: 'start', help: 'Start the session clock.'},
  pauseSession: {keys: ['p'], label: 'pause', help: 'Stop the clock for a break, or go on.'},
  enterBlock: {
    keys: ['enter'],
    label: 'go to block',
    help: 'Go over to the block of the selected line.',
  },
  answer: {
    keys: ['enter'],
    label: 'answer',
    help: 'Log the answer to the selected question, or what came of the selected action.',
  },
  toBlock: {
    keys: ['enter'],
    label: 'to its block',
    help: 'Go to the block in which the selected note was logged.',
  },
  nextBlock: {keys: ['f'], label: 'next block', help: 'Go over to the next block.'},
  sessionNote: {keys: ['t'], label: 'note', help: 'Log a note with the time.'},
  question: {keys: ['Q'], label: 'question', help: 'Log a question that somebody asked.'},
  sessionAction: {keys: ['A'], label: 'action', help: 'Log an action that somebody has to take.'},
  demonstrate: {
    keys: ['H'],
    label: 'demonstration',
    help: 'Go to the demonstrations; the clock goes on.',
  },
  driver: {keys: ['W'], label: 'who drives', help: 'Say who has the keyboard from now on.'},
  takeTime: {
    keys: ['m'],
    label: 'more time',
    help: 'Give the running block minutes of another one.',
  },
  takeOne: {keys: ['1', 'enter'], label: 'take 1 min', help: 'Take one minute from the block.'},
  takeFive: {keys: ['5'], label: 'take 5 min', help: 'Take five minutes, or as many as it has.'},
  countBreak: {
    keys: ['B'],
    label: 'count as break',
    help: 'Take the time in which this machine slept out of the clock.',
  },
  planNext: {
    keys: ['P'],
    label: 'plan part two',
    help: 'Set a date for a second part with the topics that are left.',
  },
  largeClock: {
    keys: ['L'],
    label: 'large clock',
    help: 'Show the time left in figures that the whole room can read.',
  },
  correctSession: {
    keys: ['C'],
    label: 'correct the record',
    help: 'Set right what the record of the session has wrong, with the reason, or enter one that was held without this program.',
  },
  endSession: {
    keys: ['Z'],
    label: 'end',
    help: 'End the session; due dates count from here.',
    needsYes: true,
  },
} as const satisfies Record<string, Binding>;
