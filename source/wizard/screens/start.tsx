import type {Message} from '../components/frame.tsx';
import type {FieldName} from '../new-handoff-fields.ts';
import type {Services} from '../services.ts';
import {useHandoffList} from '../use-handoff-list.ts';
import {FirstRun} from './first-run.tsx';
import {Home} from './home.tsx';

interface StartProps {
  readonly services: Services;
  readonly folder: string;
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
export function Start({services, folder, last, onNew, ...shared}: StartProps) {
  const list = useHandoffList(services);
  if (list.handoffs.length === 0 && list.broken.length === 0) {
    return (
      <FirstRun
        {...shared}
        folder={folder}
        onNew={() => onNew()}
        onChecklist={() => onNew('playbook')}
      />
    );
  }
  return <Home {...shared} list={list} now={services.now()} initial={last} onNew={() => onNew()} />;
}
