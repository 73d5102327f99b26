import {option, type Making} from '../changes/change-command.ts';

export const correctSession: Making<'session/corrected'> = {
  name: 'session correct',
  says: 'set right what the record of the session has wrong, or enter one that was held without the tool',
  examples: [
    'session correct --minutes walkthrough=25 --reason "The clock was started late"',
    'session correct --began "2026-06-24 14:00" --ended "2026-06-24 15:20" --reason "Held on a plane"',
    'session correct --attendance "Lee Novak=did not come" --reason "Lee was ill"',
  ],
  makes: {
    'session/corrected': {
      reason: option('why the record was wrong; it is printed', {value: 'text', isNeeded: true}),
      part: option('which sitting the times are of, counted from 1', {value: 'number'}),
      startedAt: option('when it began, such as "2026-06-24 14:00"', {
        name: 'began',
        value: 'time',
        reads: 'past time',
      }),
      endedAt: option('when it ended', {name: 'ended', value: 'time', reads: 'past time'}),
      minutes: option('minutes that a block had in all; may be repeated', {
        value: 'block=minutes',
        isMany: true,
      }),
      customerMinutes: option('minutes of a block that the customer drove; may be repeated', {
        name: 'driven',
        value: 'block=minutes',
        isMany: true,
      }),
      attendance: option('whether somebody came: NAME=came or NAME="did not come"', {
        value: 'name=word',
        isMany: true,
      }),
      consents: option('whether somebody agreed to a recording: NAME=yes, no or "not asked"', {
        name: 'consent',
        value: 'name=word',
        isMany: true,
      }),
    },
  },
  maker: 'session correct',
};
