import type {Change} from '../../../handoff/changes/catalogue.ts';
import {approversOf} from '../../../handoff/people/approvers.ts';
import {isOnePerson} from '../../../handoff/rules/people/sides.ts';
import {readValues} from '../read-values.ts';
import {textIn} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

/** A decision; what an approver is, is known from the preparation. */
export const recordDecision: MakeChanges = ({command, typed, moment}) => {
  const {handoff} = moment;
  const name = textIn(typed.arguments['person']) ?? '';
  const known = approversOf(handoff).find((approver) => isOnePerson(handoff, approver.name, name));
  const faces = command.makes['sign-off/recorded'] ?? {};
  const values = readValues('sign-off/recorded', faces, typed, moment);
  return [{type: 'sign-off/recorded', role: known?.role ?? '', ...values} as Change];
};
