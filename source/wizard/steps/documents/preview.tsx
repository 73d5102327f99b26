import type {DocumentName} from '../../../documents/document-names.ts';
import {Frame} from '../../frame/frame.tsx';
import {Pager} from '../../list/pager.tsx';
import {usePane} from '../../list/use-pane.ts';
import type {View} from '../../view.ts';
import {useDocument} from './use-document.ts';
import {listBindings} from '../../list/list-bindings.ts';
import {documentsBindings} from './bindings.ts';

interface PreviewProps {
  readonly view: View;
  readonly name: DocumentName;
  readonly onClose: () => void;
}

/** No wider than text is read well. */
const widest = 100;

/** A document as its reader will see it, to scroll through. */
export function Preview(props: PreviewProps) {
  const {view, name, onClose} = props;
  const draw = useDocument(props);
  const pane = usePane();
  return (
    <Frame
      title={`${name}, as it would be written now`}
      message={view.message}
      onMessage={view.say}
      layer={[
        {binding: documentsBindings.closePreview, run: onClose, isPrimary: true},
        ...pane.keys.map((key) => ({...key, isPrimary: key.binding !== listBindings.first})),
      ]}
    >
      {({width, height}) => (
        <Pager lines={draw(Math.min(width, widest))} height={height} ref={pane.ref} />
      )}
    </Frame>
  );
}
