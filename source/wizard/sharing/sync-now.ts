import {problemMessage} from '../frame/problem-message.ts';
import type {Message} from '../frame/message.ts';
import type {View} from '../view.ts';

async function synced({services, live}: View): Promise<Message> {
  const {received, remarks, isPushed} = await services.syncHandoff(live);
  const words = [
    ...received,
    ...(isPushed ? ['Colleagues have yours now.'] : []),
    ...(received.length === 0 && !isPushed && remarks.length === 0
      ? ['Everybody has the same already.']
      : []),
    ...remarks,
  ];
  return {text: words.join(' '), token: remarks.length > 0 ? 'warning' : 'success'};
}

/** Unites the handoff with what colleagues have, where it is shared. */
export async function syncNow(view: View): Promise<void> {
  view.say({text: 'Asking what colleagues have.', token: 'muted'});
  view.say(await synced(view).catch((error: unknown) => problemMessage(error)));
  const {contradictions} = view.live.snapshot().handoff;
  if (contradictions.length > 0)
    view.say({
      text: `${contradictions.length} answered in several ways apart: J chooses.`,
      token: 'warning',
    });
}
