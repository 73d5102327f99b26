import {confirm} from '../asking/confirm.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import type {Came} from './colleague-rows.ts';

async function synced({services, live}: View, isSharing: boolean): Promise<Came> {
  const {received, remarks, isPushed} = await services.syncHandoff(live, {isSharing});
  const lines = [
    ...received,
    ...(isPushed ? ['Colleagues have yours now.'] : []),
    ...(received.length === 0 && !isPushed && remarks.length === 0
      ? ['Everybody has the same already.']
      : []),
    ...remarks,
  ];
  return {lines, token: remarks.length > 0 ? 'warning' : 'success'};
}

/**
 * Unites the handoff with what colleagues have, where it is shared; asks before it is shared for the
 * first time. Nothing where that was left.
 *
 * @param onBegin called once git is asked
 */
export async function syncNow(view: View, onBegin: () => void): Promise<Came | undefined> {
  const isSharing = view.services.sharedIn(view.live) === undefined;
  const isMeant =
    !isSharing ||
    (await confirm(view.ask, {
      label: 'Share it',
      hint: 'It is committed and pushed with your own git. Everybody who can read the repository can read all that the team has noted.',
    }));
  if (!isMeant) return undefined;
  onBegin();
  const work = synced(view, isSharing);
  view.holdKeysDuring(work);
  return work.catch((error: unknown): Came => {
    const {text, token} = problemMessage(error);
    return {lines: [text], token: token ?? 'danger'};
  });
}
