import type {Wizard} from '../../harness/wizard.tsx';
import {keys} from '../../harness/keys.ts';
import type {Place} from '../place.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';

/** Goes from any step to the item that `/` finds by this text. */
export async function goToItem(wizard: Wizard, text: string): Promise<void> {
  await wizard.waitFor('? all keys');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(text);
  await wizard.waitFor(new RegExp(`❯ [^\\n]*${text}`, 'i'));
  wizard.write(keys.enter);
  await wizard.waitFor(new RegExp(`❯ . ${text}`, 'i'));
}

/** The fields of the rows in the journal, a row for each that was added or changed, in order. */
export async function storedFields(place: Place, id: string): Promise<readonly FieldValues[]> {
  const {journal} = await place.stored(id);
  return journal.flatMap((action) =>
    action.type === 'record/added' || action.type === 'record/changed' ? [action.fields] : [],
  );
}
