import {lastPublished, lastSeen} from './published-standing.ts';
import {refused} from '../rules/refused.ts';
import type {Rule} from '../rules/rule.ts';

/** What was sent once is told once, whichever process comes to tell it. */
export const isNewSending: Rule<'publish/sent'> = ({published}, {sending}) =>
  published.some((one) => one.sending === sending)
    ? refused('sending-told', 'This sending is recorded already.', 'Nothing has to be done.')
    : undefined;

/** What was never sent there was not seen there; what was seen before says nothing new. */
export const isNewSightThere: Rule<'publish/seen'> = (handoff, {target, about, state}) => {
  if (!lastPublished(handoff, {target, kind: 'point', about}))
    return refused(
      'never-sent',
      `This open point was never sent to ${target}.`,
      '"handoff-wizard publish" sends it.',
    );
  return (lastSeen(handoff, target, about)?.state ?? 'open') === state
    ? refused('sight-told', `It was ${state} in ${target} before.`, 'Nothing has to be done.')
    : undefined;
};
