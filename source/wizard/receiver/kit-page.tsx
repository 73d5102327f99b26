import {frameBindings} from '../frame/frame-bindings.ts';
import {line, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import type {Received} from '../../services/kit/received.ts';
import {KitFrame} from './kit-frame.tsx';
import type {KitView} from './kit-view.ts';
import {receiverKeys} from './receiver-keys.tsx';
import type {OpenTask} from './task-keys.ts';

/** What is read over the index: a document, a runbook, a task. */
export interface Page {
  readonly title: string;
  readonly lines: (received: Received, width: number) => readonly Line[];
  /** The task that is performed from it. */
  readonly task?: OpenTask;
}

interface KitPageProps {
  readonly view: KitView;
  readonly page: Page;
  readonly onClose: () => void;
}

/** A page that is read over the index, with the keys of what it is of. */
export function KitPage({view, page, onClose}: KitPageProps) {
  const pane = usePane();
  const {title, task, lines} = page;
  const layer = [
    ...receiverKeys(view, {page: {title, task, close: onClose}}),
    {binding: frameBindings.back, run: onClose, isPrimary: true},
    ...pane.keys,
  ];
  return (
    <KitFrame view={view} layer={layer}>
      {({width, height}) => (
        <>
          <Lines lines={[line(title, 'heading'), []]} />
          <Pager
            ref={pane.ref}
            lines={lines(view.received, width)}
            height={Math.max(1, height - 2)}
          />
        </>
      )}
    </KitFrame>
  );
}
