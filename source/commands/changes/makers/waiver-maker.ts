import type {Change} from '../../../handoff/changes/catalogue.ts';
import {gateNames, usualWaiver} from '../../../handoff/model/gate-waiver.ts';
import {addDays} from '../../../handoff/time/schedule.ts';
import {findRequirement} from '../find-named.ts';
import {readValues} from '../read-values.ts';
import {textIn} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

/** A waiver of what the gate says at this moment, with an end where somebody can still change it. */
export const waive: MakeChanges = ({command, typed, moment}) => {
  const gate = gateNames.find((name) => name === typed.arguments['gate']) ?? 'session';
  const query = textIn(typed.arguments['requirement']) ?? '';
  const {id, text, fact, isPast} = findRequirement(moment, gate, query);
  const values = readValues('gate/waived', command.makes['gate/waived'] ?? {}, typed, moment);
  const usual = isPast ? {} : {expires: addDays(moment.today, usualWaiver)};
  return [{type: 'gate/waived', ...usual, ...values, gate, requirement: id, text, fact} as Change];
};
