import type {Handoff} from '../../../handoff/model/handoff.ts';
import {shownName} from '../../../handoff/people/shown-name.ts';
import {fieldText, recordsOf} from '../../../handoff/registers/records.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {allItems} from '../../../playbook/walk.ts';
import {dayWords} from '../../words/times.ts';

/**
 * What can be said where no open risk is listed: that there is none only where somebody looked.
 * Nothing where one is open.
 */
export function noRiskWords(handoff: Handoff): string | null {
  const rows = recordsOf(handoff, 'risks');
  if (rows.some((row) => fieldText(row, 'state') !== 'closed')) return null;
  if (rows.length > 0) return 'Every risk that was listed is closed.';
  const place = allItems(handoff.playbook).find(({item}) => item.register === 'risks');
  if (!place)
    return 'The playbook does not ask for risks, so nobody has said whether there are any.';
  const state = itemStanding(handoff, place.item.id);
  if ((state.text ?? '').trim() !== '')
    return `What is known of risks stands under "${place.item.text}".`;
  const {status, settledAt, settledBy = ''} = state;
  if (status === 'open' || settledBy === '' || state.saidBy === 'the playbook')
    return 'Nobody has said whether there are risks.';
  const day = settledAt === undefined ? '' : ` on ${dayWords(settledAt, handoff.timeZone)}`;
  return `No risk is known, said by ${shownName(handoff, settledBy)}${day}.`;
}
