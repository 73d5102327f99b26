import path from 'node:path';
import {StepFrame} from '../../frame/step-frame.tsx';
import {problemMessage} from '../../frame/problem-message.ts';
import {line} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {Pager} from '../../list/pager.tsx';
import {usePane} from '../../list/use-pane.ts';
import {useDocument} from '../documents/use-document.ts';
import type {View} from '../../view.ts';
import {frameBindings} from '../../frame/frame-bindings.ts';
import {listBindings} from '../../list/list-bindings.ts';
import {planBindings} from './bindings.ts';

interface InvitationProps {
  readonly view: View;
  readonly onClose: () => void;
}

/** Writes the invitation into a folder; why that failed is said. */
async function write(view: View, folder: string): Promise<boolean> {
  const {live, services, handoff, say} = view;
  const target = path.resolve(handoff.workspace, folder);
  const work = services.writeDocuments(live, target, {names: ['invitation']});
  view.holdKeysDuring(work);
  try {
    const {written, remark} = await work;
    const files = written.map((file) => path.basename(file)).join(', ');
    const folder = path.join(target, 'customer');
    const said =
      files === '' ? `Nothing has changed in ${folder}.` : `Written to ${folder}: ${files}.`;
    // What is missing stands first: a long path must not hide it.
    if (remark === undefined) say({text: said, token: 'success'});
    else say({text: `${remark} ${said}`, token: 'warning'});
    return true;
  } catch (error) {
    say(problemMessage(error));
    return false;
  }
}

function askToWrite(view: View): void {
  void view.ask({
    label: 'Folder',
    hint: 'Made if it is missing; an invitation changed by hand is never overwritten.',
    initialText: 'handoff-documents',
    problemWith: (folder) => (folder === '' ? 'Name a folder.' : undefined),
    keep: (folder) => write(view, folder),
  });
}

/** The invitation as its readers will see it, to scroll through, and to write into a file. */
export function Invitation(props: InvitationProps) {
  const {view, onClose} = props;
  const pane = usePane();
  const draw = useDocument({...props, name: 'invitation'});
  return (
    <StepFrame
      view={view}
      isOver
      layer={[
        {binding: planBindings.writeInvitation, run: () => askToWrite(view), isPrimary: true},
        ...pane.keys.map((entry) =>
          entry.binding === listBindings.down
            ? {...entry, label: 'scroll', isPrimary: true}
            : entry,
        ),
        {binding: frameBindings.back, run: onClose, isPrimary: true},
      ]}
    >
      {({width, height}) => (
        <>
          <Lines lines={[line('Invitation, as it would be written now', 'heading'), []]} />
          <Pager
            ref={pane.ref}
            lines={draw(Math.min(width, 90))}
            height={Math.max(1, height - 2)}
          />
        </>
      )}
    </StepFrame>
  );
}
