import {openReader} from '../../store/snapshot.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';
import type {Context} from '../context.ts';
import {placeHandover, prepareHandover} from './handover.ts';

/**
 * Passes on the handoff that is open, and writes its document beside the others.
 *
 * @throws {RefusedError | Problem} with nothing written, or saying what was.
 */
export async function passOnInWizard(
  {home, actor}: Context,
  live: LiveHandoff,
  {name, note}: {readonly name: string; readonly note: string},
) {
  const {id} = live.snapshot().handoff;
  const handover = await prepareHandover({
    home,
    actor,
    reader: openReader(home, id),
    change: {type: 'handoff/passed-on', to: name, ...(note === '' ? {} : {note})},
    isForced: false,
  });
  const left = await live.dispatch([handover.change]);
  const remarks = await placeHandover(handover, live.snapshot, (changes) => live.dispatch(changes));
  return {
    file: handover.file ?? '',
    remarks: [...(left === undefined ? [] : [left]), ...remarks],
  };
}
