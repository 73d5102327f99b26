import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {FieldValues} from '../../../handoff/model/handoff-record.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {nearest} from '../../../nearest.ts';
import {registerNames, type RegisterName} from '../../../playbook/playbook.ts';
import {allItems} from '../../../playbook/walk.ts';
import {Problem} from '../../../problem.ts';
import {readFieldValues} from '../field-values.ts';
import {findReference, findRow} from '../find-named.ts';
import {textIn, textsIn, type Moment, type Typed} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

function typedFields(register: RegisterName, typed: Typed, {today}: Moment): FieldValues {
  const said = textsIn(typed.arguments['field=value']);
  return readFieldValues(register, {said, notApplicable: textsIn(typed.options['na'])}, today);
}

/** The item that keeps a table; the playbook says which. */
function keeperOf(handoff: Handoff, register: RegisterName, query: string | undefined): string {
  if (query !== undefined) return findReference.item(handoff, query);
  const keepers = allItems(handoff.playbook).flatMap(({item}) =>
    item.register === register ? [item.id] : [],
  );
  const [only, ...others] = keepers;
  if (only === undefined)
    throw new Problem(
      `No item of the playbook keeps the table "${register}".`,
      'Name the item that the row is to answer with --item.',
    );
  if (others.length === 0) return only;
  throw new Problem(
    `Several items keep the table "${register}": ${keepers.join(', ')}.`,
    'Name the one that is meant with --item.',
  );
}

function added(register: RegisterName, item: string, fields: FieldValues): Change[] {
  if (Object.keys(fields).length > 0) return [{type: 'record/added', register, item, fields}];
  throw new Problem(
    'A row that says nothing is none.',
    `Add fields as name=value; "handoff-wizard row fields ${register}" lists them.`,
  );
}

/** A row where its table is kept. */
export const addRow: MakeChanges = ({typed, moment}) => {
  const word = textIn(typed.arguments['register']) ?? '';
  const register = registerNames.find((name) => name === word);
  if (!register) throw new Problem(`There is no table "${word}".`, nearest(word, registerNames));
  const item = keeperOf(moment.handoff, register, textIn(typed.options['item']));
  return added(register, item, typedFields(register, typed, moment));
};

/** What the wizard fills in of a contact: a check-in held today. */
export const addCheckIn: MakeChanges = ({typed, moment}) => {
  const register = 'check-ins';
  const fields = {
    date: moment.today,
    kind: 'check-in',
    ...typedFields(register, typed, moment),
  };
  return added(register, keeperOf(moment.handoff, register, undefined), fields);
};

/** Fields of a row, who may read it, or both. */
export const setRow: MakeChanges = ({typed, moment}) => {
  const {handoff} = moment;
  const record = findRow(handoff, textIn(typed.arguments['row']) ?? '');
  const register = handoff.records.find(({id}) => id === record)?.register;
  if (!register) return [];
  const fields = typedFields(register, typed, moment);
  const audience = typed.options['audience'] as 'customer' | 'internal' | undefined;
  const reason = textIn(typed.options['reason'])?.trim();
  const why = reason === undefined ? {} : {reason};
  const changes: Change[] = [
    ...(Object.keys(fields).length > 0
      ? [{type: 'record/changed', record, fields, ...why} as const]
      : []),
    ...(audience ? [{type: 'record/addressed', record, audience, ...why} as const] : []),
  ];
  if (changes.length > 0) return changes;
  throw new Problem('Nothing is said to be changed.', 'Add fields as name=value, or --audience.');
};
