import {findPlaceholder} from '../../registers/find-placeholder.ts';
import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import type {Source} from './source.ts';

/** Whether something answers a question: what is still to be said does not. */
export function isAnswer(answer: string | undefined): answer is string {
  return answer !== undefined && answer.trim() !== '' && findPlaceholder(answer) === undefined;
}

/** Questions, which their answer settles, and actions. */
export function noteSources({playbook, session}: Handoff): Source[] {
  return session.notes.flatMap(({id: subject, kind, text, answer, at}): Source[] => {
    const place = placeOn(playbook, 'agenda', {kind: 'note', id: subject});
    if (kind === 'action') return [{kind, subject, text, place, raisedAt: at}];
    if (kind !== 'question') return [];
    const settled = isAnswer(answer) ? {settled: {why: 'it was answered'}} : {};
    return [{kind, subject, text: `Answer: ${text}`, place, raisedAt: at, ...settled}];
  });
}
