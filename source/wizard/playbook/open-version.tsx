import {isDeepStrictEqual} from 'node:util';
import {sightWords, type PlaybookSight} from '../../services/playbooks/playbook-sight.ts';
import type {View} from '../view.ts';
import {NewVersion} from './new-version.tsx';

type ChangedSight = Extract<PlaybookSight, {readonly state: 'changed'}>;

/** Takes over what was shown; where the file is another one by now, that is shown instead. */
async function take(view: View, shown: ChangedSight, close: () => void): Promise<void> {
  const looking = view.services.lookAtPlaybook(view.live);
  view.holdKeysDuring(looking);
  const now = await looking;
  close();
  if (
    now.state === 'changed' &&
    !isDeepStrictEqual(now.change.playbookFiles, shown.change.playbookFiles)
  ) {
    show(view, now);
    return view.say({text: 'The file has changed again; this is how it is now.', token: 'warning'});
  }
  await view.dispatch([shown.change], {said: 'Taken over. u brings the old version back.'});
}

function show(view: View, sight: ChangedSight): void {
  view.open((now, close) => (
    <NewVersion
      view={now}
      sight={sight}
      onTake={() => void take(now, sight, close)}
      onClose={close}
    />
  ));
}

/** Says how the file of the playbook stands, and shows what differs where something does. */
export async function openVersion(view: View): Promise<void> {
  const looking = view.services.lookAtPlaybook(view.live);
  view.holdKeysDuring(looking);
  const sight = await looking;
  switch (sight.state) {
    case 'changed':
      return show(view, sight);
    case 'none':
      return view.say({
        text: 'This handoff follows the built-in playbook, as it was when it started.',
        token: 'muted',
      });
    case 'same':
      return view.say({text: `${sight.path} is as the handoff has it.`, token: 'success'});
    case 'unreadable':
      return view.say({text: sightWords(sight) ?? '', token: 'warning'});
  }
}
