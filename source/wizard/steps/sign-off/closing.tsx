import {useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import {drawRows} from '../../list/draw-rows.ts';
import {line, wrapLines} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {List} from '../../list/list.tsx';
import {usePane} from '../../list/use-pane.ts';
import type {View} from '../../view.ts';
import {archive, documents, verify} from './close-out.ts';
import {closingRows, type Outcome, type Part} from './closing-rows.ts';
import {askBindings} from '../../asking/ask-bindings.ts';
import {frameBindings} from '../../frame/frame-bindings.ts';
import {signOffBindings} from './bindings.ts';

interface ClosingProps {
  readonly view: View;
  readonly onClose: () => void;
}

/** What is left once it is accepted: the documents, the archive, and whether the archive is whole. */
export function Closing({view, onClose}: ClosingProps) {
  const [chosen, setChosen] = useState<string>('documents');
  const [outcomes, setOutcomes] = useState<Partial<Record<Part, Outcome>>>({});
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();

  function start(part: Part, work: Promise<Outcome>): void {
    view.say(undefined);
    const keep = (outcome: Outcome) => setOutcomes((all) => ({...all, [part]: outcome}));
    keep({lines: ['Under way …'], token: 'muted'});
    setChosen(part);
    view.holdKeysDuring(work.then(keep));
  }

  const {zip, rows} = closingRows(view, outcomes);
  const actions: Readonly<Record<Part, KeyAction>> = {
    documents: {
      binding: signOffBindings.closingDocuments,
      run: () => start('documents', documents(view)),
    },
    archive: {binding: signOffBindings.closingArchive, run: () => start('archive', archive(view))},
    verify: {
      binding: signOffBindings.closingVerify,
      run: () => zip !== undefined && start('verify', verify(view, zip)),
      ...(zip === undefined ? {offBecause: 'No archive was written yet: 2 writes it.'} : {}),
    },
  };
  const all = [actions.documents, actions.archive, actions.verify];
  const selected = rows.find(({key}) => key === chosen)?.key as Part;
  const {run, offBecause} = actions[selected];
  const layer: KeyLayer = [
    {
      binding: askBindings.choose,
      label: 'do it',
      run,
      isPrimary: true,
      ...(offBecause ? {offBecause} : {}),
    },
    ...all.map((entry) => ({...entry, isPrimary: true})),
    ...list.keys,
    {binding: frameBindings.back, label: 'to the sign-off', run: onClose, isPrimary: true},
  ];
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => {
        const head = [
          line('What is left to keep', 'heading'),
          ...wrapLines(
            'The documents for whoever runs it now, and the archive that proves what was accepted.',
            width,
            'muted',
          ),
          [],
        ];
        return (
          <>
            <Lines lines={head} />
            <List
              ref={list.ref}
              drawn={drawRows(rows, {selected, width, isSpoken})}
              selected={selected}
              onSelect={setChosen}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}
