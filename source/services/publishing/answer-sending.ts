import {Problem} from '../../problem.ts';
import {updateOutbox} from '../../store/outbox/outbox-file.ts';
import type {Sending} from '../../store/outbox/sending.ts';
import type {Publishing} from './publish.ts';
import {sendOutbox} from './send-outbox.ts';

/** What a person says of a sending of which nobody could know whether it arrived. */
export type Answer = 'arrived' | 'again' | 'drop';

/** The sending that a person named by its id, or by how that begins. */
function named(outbox: readonly Sending[], id: string): Sending {
  const found = outbox.filter((one) => one.id.startsWith(id));
  const [first] = found;
  if (first && found.length === 1) return first;
  throw new Problem(
    first ? `Several sendings begin with "${id}".` : `There is no sending "${id}" in the outbox.`,
    '"handoff-wizard publish --status" shows them.',
  );
}

function answered(sending: Sending, answer: Answer): Sending {
  const {why: _why, todo: _todo, next: _next, isAskedToWait: _a, isUnsure: _u, ...rest} = sending;
  switch (answer) {
    case 'arrived':
      return {...rest, state: 'arrived', known: 'said'};
    case 'again': {
      const {remote, url: _url, ...anew} = rest;
      // What was refused in its old place, as it is there no more, is made anew.
      const kept = sending.state === 'refused' || remote === undefined ? {} : {remote};
      return {...anew, ...kept, state: 'waiting', tries: 0};
    }
    case 'drop':
      return {...rest, state: 'dropped'};
  }
}

/**
 * Takes the word of a person for a sending that asks, or that was refused. Nothing is sent by it: what has
 * arrived is told in the journal.
 *
 * @throws {Problem} where it is under way, or nobody asks about it.
 */
export async function answerSending(
  {home, snapshot, append, now}: Publishing,
  id: string,
  answer: Answer,
): Promise<Sending> {
  const {handoff} = snapshot();
  let told: Sending | undefined;
  await updateOutbox(home, handoff.id, (outbox) => {
    const sending = named(outbox, id);
    told = sending;
    if (sending.state === 'sending' || sending.state === 'arrived')
      throw new Problem(
        `This sending is under way: ${sending.title}.`,
        'Wait until it has ended, and look again.',
      );
    if (sending.state === 'waiting' && answer === 'arrived' && sending.isUnsure !== true)
      throw new Problem(
        `This sending was not tried in a way that could have arrived: ${sending.title}.`,
        'Send it, or drop it.',
      );
    return outbox.map((one) => (one === sending ? answered(one, answer) : one));
  });
  await sendOutbox({
    home,
    handoff: handoff.id,
    targets: [],
    only: [],
    append,
    now,
    isRetrying: false,
  });
  if (!told) throw new Error('An answer was taken for no sending.');
  return told;
}
