import {useState} from 'react';
import type {HoldKeys} from '../keys/hold-keys.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {Message} from '../frame/message.ts';
import type {HandoffList} from '../../store/list-handoffs.ts';
import type {FieldName} from '../../services/new-handoff-fields.ts';
import type {Services} from '../../services/services.ts';
import {useHandoffList} from './use-handoff-list.ts';
import {FirstRun} from './first-run.tsx';
import {Home} from './home.tsx';
import {TakeIn} from './take-in.tsx';
import {useOffered, type OfferedHandoff} from './use-offered.ts';

interface StartProps {
  readonly services: Services;
  readonly folder: string;
  /** The handoffs as they were when home was opened. */
  readonly list: HandoffList;
  /** The handoff that was open last. */
  readonly last?: string | undefined;
  readonly message: Message | undefined;
  readonly holdKeysDuring: HoldKeys;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onNew: (firstField?: FieldName) => void;
  readonly onSample: () => void;
  readonly onQuit: () => void;
}

/** Home, or the very first screen while there is no handoff yet; over both, what is asked of one that is shared here. */
export function Start(props: StartProps) {
  const {services, folder, list: initial, last, holdKeysDuring, onNew, ...shared} = props;
  const list = useHandoffList(services, initial);
  const here = useOffered(services, folder, list);
  const [asked, setAsked] = useState<string>();
  const offered = here.offered.find(({id}) => id === asked);

  /** What has to be known of it stays in sight here; else it is opened at once. */
  async function takeIn({folder: from, id}: OfferedHandoff): Promise<void> {
    try {
      const remarks = await services.takeOffered(from, id);
      if (remarks.length === 0) return shared.onOpen(id);
      shared.onMessage({text: `Taken in. ${remarks.join(' ')}`, token: 'warning'});
    } catch (error) {
      shared.onMessage(problemMessage(error));
    }
    return setAsked(undefined);
  }

  if (offered)
    return (
      <TakeIn
        {...shared}
        offered={offered}
        now={services.now()}
        onTake={() => holdKeysDuring(takeIn(offered))}
        onLeave={() => setAsked(undefined)}
      />
    );
  if (list.handoffs.length === 0 && list.broken.length === 0)
    return (
      <FirstRun
        {...shared}
        folder={folder}
        offered={here.offered}
        onOffered={setAsked}
        onNew={() => onNew()}
        onChecklist={() => onNew('playbook')}
      />
    );
  return (
    <Home
      {...shared}
      services={services}
      list={list}
      here={here}
      initial={last}
      onOffered={setAsked}
      onNew={() => onNew()}
    />
  );
}
