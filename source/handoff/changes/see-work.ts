import {leftOpenSince} from '../session/silence.ts';
import {stepsOf} from '../../playbook/walk.ts';
import type {Draft} from './draft.ts';

/**
 * Keeps that the work of the session went on. It keeps a session going and never takes one up again:
 * who ticks a topic the next morning was not in it over night.
 */
export function seeWork(draft: Draft, at: string): void {
  const {session} = draft;
  if (session.startedAt === undefined || session.endedAt !== undefined) return;
  if (leftOpenSince(session, at) !== undefined) return;
  draft.session = {...session, signs: [...(session.signs ?? []), at]};
}

/** The same for an item that was settled, where it is a topic of the agenda. */
export function seeTopic(draft: Draft, item: string, at: string): void {
  const {session, playbook} = draft;
  if (session.startedAt === undefined || session.endedAt !== undefined) return;
  const isTopic = stepsOf(playbook).some(
    ({step}) =>
      step.screen === 'agenda' &&
      step.items.some(({children}) => children.some(({id}) => id === item)),
  );
  if (isTopic) seeWork(draft, at);
}
