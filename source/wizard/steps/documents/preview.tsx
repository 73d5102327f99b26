import {useMemo, useState} from 'react';
import type {DocumentName} from '../../../documents/document-names.ts';
import {Frame} from '../../frame/frame.tsx';
import {Lines} from '../../list/lines.tsx';
import {useRoom} from '../../frame/use-room.ts';
import type {View} from '../../view.ts';
import {useDocument} from './use-document.ts';

interface PreviewProps {
  readonly view: View;
  readonly name: DocumentName;
  readonly onClose: () => void;
}

/** The room of a frame's body: two columns and five rows go to the frame and its message. */
const taken = {columns: 2, rows: 5};

/** A document as its reader will see it, to scroll through. */
export function Preview(props: PreviewProps) {
  const {view, name, onClose} = props;
  const {columns, rows} = useRoom();
  const [top, setTop] = useState(0);
  const draw = useDocument(props);
  const width = columns - taken.columns;
  const lines = useMemo(() => draw(Math.min(width, 100)), [draw, width]);
  const page = Math.max(1, rows - taken.rows);
  const lowest = Math.max(0, lines.length - page);
  const at = Math.min(top, lowest);
  const to = (row: number) => () => setTop(Math.max(0, Math.min(lowest, row)));
  const shown = lowest === 0 ? 'all of it' : `${Math.round((100 * at) / lowest)} %`;
  return (
    <Frame
      title={`${name}, as it would be written now`}
      place={shown}
      message={view.message}
      onMessage={view.say}
      layer={[
        {action: 'down', run: to(at + 1), label: 'down', isPrimary: true},
        {action: 'up', run: to(at - 1), label: 'up', isPrimary: true},
        {action: 'pageDown', run: to(at + page - 1), isPrimary: true},
        {action: 'pageUp', run: to(at - page + 1)},
        {action: 'first', run: to(0)},
        {action: 'last', run: to(lowest), isPrimary: true},
        {action: 'closePreview', run: onClose, isPrimary: true},
      ]}
    >
      {({height}) => <Lines lines={lines.slice(at, at + height)} />}
    </Frame>
  );
}
