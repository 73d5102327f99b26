import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {attendances} from '../../../handoff/model/session-correction.ts';
import {consents} from '../../../handoff/registers/people-registers.ts';
import {recordsOf} from '../../../handoff/registers/records.ts';
import {Problem} from '../../../problem.ts';
import {findRow} from '../find-named.ts';
import {readValues} from '../read-values.ts';
import {findBlock} from '../find-named.ts';
import {pairIn, textsIn} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

/** Minutes by the ids of blocks, as `block=minutes`. */
function readMinutes(handoff: Handoff, words: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(
    textsIn(words).map((text) => {
      const [block, value] = pairIn(text);
      if (!/^\d{1,4}$/u.test(value.trim()))
        throw new Problem(
          `"${value}" is no number of minutes.`,
          'Write whole minutes, such as 25.',
        );
      return [findBlock(handoff, block), Number(value)];
    }),
  );
}

/** A word by the ids of attendees' rows, as `name=word`. */
function readWords(
  handoff: Handoff,
  words: unknown,
  known: readonly string[],
): Readonly<Record<string, string>> {
  const records = recordsOf(handoff, 'attendees');
  return Object.fromEntries(
    textsIn(words).map((text) => {
      const [name, typed] = pairIn(text);
      const word = typed.trim().toLowerCase();
      if (!known.includes(word))
        throw new Problem(`"${typed}" is none of ${known.join(', ')}.`, `It was said of ${name}.`);
      return [findRow({records}, name), word];
    }),
  );
}

/** What was so, by the names that people know. */
export const correctSession: MakeChanges = ({command, typed, moment}) => {
  const {handoff} = moment;
  const {options} = typed;
  const {
    minutes: _minutes,
    customerMinutes: _driven,
    attendance: _came,
    consents: _agreed,
    ...values
  } = readValues('session/corrected', command.makes['session/corrected'] ?? {}, typed, moment);
  const said = {
    minutes: readMinutes(handoff, options['minutes']),
    customerMinutes: readMinutes(handoff, options['driven']),
    attendance: readWords(handoff, options['attendance'], attendances),
    consents: readWords(handoff, options['consent'], consents),
  };
  const filled = Object.entries(said).filter(([, value]) => Object.keys(value).length > 0);
  return [{type: 'session/corrected', ...values, ...Object.fromEntries(filled)} as Change];
};
