import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import type {Source} from './source.ts';

/** Questions, which their answer settles, and actions. */
export function noteSources({playbook, session}: Handoff): Source[] {
  return session.notes.flatMap(({id: subject, kind, text, answer, at}): Source[] => {
    const place = placeOn(playbook, 'agenda', {kind: 'note', id: subject});
    if (kind === 'action') return [{kind, subject, text, place, raisedAt: at}];
    if (kind !== 'question') return [];
    const settled = answer === undefined ? {} : {settled: {why: 'it was answered'}};
    return [{kind, subject, text: `Answer: ${text}`, place, raisedAt: at, ...settled}];
  });
}
