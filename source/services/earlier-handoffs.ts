import {setImmediate} from 'node:timers/promises';
import type {Handoff} from '../handoff/model/handoff.ts';
import {inOfferOrder} from '../handoff/offers/from-earlier.ts';
import {listHandoffs} from '../store/list-handoffs.ts';
import {StoreError} from '../store/store-error.ts';

/** So many are read: what is older than these is hardly as it is today. */
const mostRead = 6;

/**
 * Other handoffs of this store from which rows may be offered, those to the same customer first, then the
 * latest. One that cannot be read is left out; the list of handoffs tells of it.
 */
export async function readEarlier(home: string, handoff: Handoff): Promise<readonly Handoff[]> {
  const {handoffs} = await listHandoffs(home);
  const others = handoffs.filter(({id}) => id !== handoff.id);
  const {readSnapshot} = await import('../store/snapshot.ts');
  const found: Handoff[] = [];
  for (const {id} of inOfferOrder(handoff, others).slice(0, mostRead)) {
    // Keys are read between two journals.
    await setImmediate();
    try {
      found.push(readSnapshot(home, id).handoff);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
  return found;
}
