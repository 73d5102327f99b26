import {drivers} from '../../handoff/model/session.ts';
import {argument, byProgram, option, type Making} from '../changes/change-command.ts';

const instantSays = 'such as 14:05, or "2026-06-24 14:05" for another day';

export const planSession: Making<'session/planned'> = {
  name: 'session plan',
  says: 'plan the session, or its next part; what is left out stays as it is planned',
  examples: [
    'session plan "thu 14:00" --minutes 90 --place "Room 3"',
    'session plan "2026-12-03 14:00 America/New_York"',
    'session plan --minutes 75',
  ],
  makes: {
    'session/planned': {
      startsAt: argument('when', 'such as "thu 14:00", "+3 14:00" or "2026-12-03 14:00"', {
        reads: 'start',
        hasUsual: true,
      }),
      timeZone: byProgram,
      minutes: option('how long, in minutes or as 1h 15m', {
        value: 'length',
        reads: 'length',
        hasUsual: true,
      }),
      place: option('a room, or the link of a call; empty takes it away', {value: 'text'}),
    },
  },
  maker: 'session plan',
};

export const startSession: Making<'session/started' | 'session/block-entered'> = {
  name: 'session start',
  says: 'start the session, or its next part, at the first block with work left',
  examples: ['session start'],
  makes: {'session/started': {}, 'session/block-entered': {block: byProgram}},
  maker: 'session start',
};

export const enterBlock: Making<'session/block-entered'> = {
  name: 'session block',
  says: 'go to a block of the agenda: its id, a part of its text, or next',
  examples: ['session block next', 'session block walkthrough'],
  makes: {
    'session/block-entered': {
      block: argument('block', 'a block of the agenda, or next', {reads: 'block'}),
    },
  },
  maker: 'session block',
};

export const pauseSession: Making<'session/paused'> = {
  name: 'session pause',
  says: 'stop the clock of the session for a while',
  examples: ['session pause'],
  makes: {'session/paused': {}},
};

export const resumeSession: Making<'session/resumed'> = {
  name: 'session resume',
  says: 'let the clock of the session run again',
  examples: ['session resume'],
  makes: {'session/resumed': {}},
};

export const countBreak: Making<'session/break-counted'> = {
  name: 'session break',
  says: 'leave out time in which nobody paused the clock',
  examples: ['session break 10:30 10:45'],
  makes: {
    'session/break-counted': {
      startedAt: argument('from', instantSays, {reads: 'past time'}),
      endedAt: argument('to', instantSays, {reads: 'past time'}),
    },
  },
};

export const moveTime: Making<'session/time-moved'> = {
  name: 'session move',
  says: 'move minutes from a block that is still to come to the one that runs',
  examples: ['session move 5 --from next-steps', 'session move 3 --from reserve --to questions'],
  makes: {
    'session/time-moved': {
      minutes: argument('minutes', 'how many'),
      from: option('a block to come, won for time won, or reserve', {
        value: 'block',
        reads: 'block',
        isNeeded: true,
      }),
      to: option('the block that gets them (default: the one that runs)', {
        value: 'block',
        reads: 'block',
        hasUsual: true,
      }),
    },
  },
  maker: 'session move',
};

export const changeDriver: Making<'session/driver-changed'> = {
  name: 'session driver',
  says: 'say who has the keyboard',
  examples: ['session driver customer'],
  makes: {
    'session/driver-changed': {
      driver: argument('driver', 'who has the keyboard', {choices: drivers}),
    },
  },
};

export const endSession: Making<'session/ended'> = {
  name: 'session end',
  says: 'end the session; due days count from now',
  examples: ['session end', 'session end --part'],
  makes: {'session/ended': {}},
  more: {part: option('end this part alone, and hold another for what is missing')},
  maker: 'session end',
};
