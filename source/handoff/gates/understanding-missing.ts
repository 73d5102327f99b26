import {lastTry} from '../session/demonstrations.ts';
import {workItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {itemPlace, stepWith} from '../model/place.ts';
import {mayBeOnePerson, receiverWords} from '../rules/people/sides.ts';
import {applies, isAbsent, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

/**
 * The receiver has performed each task of the critical set: teach-back, since most of what is only
 * told is forgotten at once (AHRQ), and "do you understand" is answered with yes.
 */
export function understandingMissing(handoff: Handoff): Requirement[] {
  const step = stepWith(handoff.playbook, 'demonstrations');
  if (!step) return [];
  const all = workItems(handoff, step);
  const items = all.filter((item) => applies(handoff, item));
  const missing = {mistake: 'not understood', isPast: false, place: {step: step.id}} as const;
  const receiver = receiverWords(handoff);
  const unperformed = items.flatMap((item): Requirement[] => {
    const {id, text} = item;
    const result = lastTry(handoff, id)?.result;
    if (result === 'unaided' || result === 'prompted') return [];
    const words =
      result === 'failed'
        ? `"${text}" failed when ${receiver} tried it: teach it again and repeat.`
        : `${receiver.replace(/^./u, (first) => first.toUpperCase())} has not performed "${text}".`;
    return [
      {
        ...missing,
        id: requirementId('demonstration', id),
        text: words,
        fact: {performed: result === 'failed' ? 2 : 1},
        place: itemPlace(step, item),
      },
    ];
  });
  // All of none is not all.
  const none: Requirement[] =
    all.length > 0 && items.length === 0
      ? [
          {
            ...missing,
            id: 'demonstrations',
            text: 'Nothing was performed: every demonstration is said not to apply.',
            fact: isAbsent,
          },
        ]
      : [];
  return [...none, ...unperformed, ...authorsOnly(handoff, missing)];
}

function authorsOnly(
  handoff: Handoff,
  missing: Pick<Requirement, 'mistake' | 'isPast' | 'place'>,
): Requirement[] {
  const performers = handoff.demonstrations.map(({performer}) => performer);
  const authors = recordsOf(handoff, 'runbooks')
    .map((record) => fieldText(record, 'author'))
    .filter((author) => author !== '');
  // A name that may be an author's is not held to be another's.
  const isAuthor = (name: string) =>
    authors.some((author) => mayBeOnePerson(handoff, author, name));
  if (performers.length === 0 || !performers.every(isAuthor)) return [];
  const text = 'Every performer wrote a runbook; somebody who did not has to perform one.';
  return [{...missing, id: 'performers', text, fact: isAbsent}];
}
