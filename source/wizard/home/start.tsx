import type {Message} from '../frame/message.ts';
import type {HandoffList} from '../../store/list-handoffs.ts';
import type {FieldName} from '../../services/new-handoff-fields.ts';
import type {Services} from '../../services/services.ts';
import {useHandoffList} from './use-handoff-list.ts';
import {FirstRun} from './first-run.tsx';
import {Home} from './home.tsx';

interface StartProps {
  readonly services: Services;
  readonly folder: string;
  /** The handoffs as they were when home was opened. */
  readonly list: HandoffList;
  /** The handoff that was open last. */
  readonly last?: string | undefined;
  readonly message: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onNew: (firstField?: FieldName) => void;
  readonly onSample: () => void;
  readonly onQuit: () => void;
}

/** Home, or the very first screen while there is no handoff yet. */
export function Start(props: StartProps) {
  const {services, folder, list: initial, last, onNew, ...shared} = props;
  const list = useHandoffList(services, initial);
  if (list.handoffs.length === 0 && list.broken.length === 0)
    return (
      <FirstRun
        {...shared}
        folder={folder}
        onNew={() => onNew()}
        onChecklist={() => onNew('playbook')}
      />
    );
  return <Home {...shared} services={services} list={list} initial={last} onNew={() => onNew()} />;
}
