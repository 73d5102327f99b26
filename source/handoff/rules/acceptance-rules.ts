import {receivedAnswer} from '../kits/received-answer.ts';
import {placeOn} from '../model/place.ts';
import {handoffDigest} from '../standing/accepted/handoff-digest.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** Nobody accepts what they were not shown: what changed meanwhile is looked at first. */
export const isOfThisState: Rule<'sign-off/recorded'> = (handoff, {decision, digest}, {arrival}) =>
  decision === 'declined' ||
  digest === undefined ||
  digest === handoffDigest(handoff) ||
  // A kit showed what it showed; what was changed since is told beside the acceptance.
  (arrival !== undefined && receivedAnswer(handoff, arrival.answer)?.version === digest)
    ? undefined
    : refused(
        'accepted-older',
        'The handoff was changed since it was shown to be accepted.',
        'Look at what is accepted now, and record the decision again.',
        placeOn(handoff.playbook, 'sign-off'),
      );
