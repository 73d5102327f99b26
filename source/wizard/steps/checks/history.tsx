import {useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {frameBindings} from '../../frame/frame-bindings.ts';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {drawRows} from '../../list/draw-rows.ts';
import {line, span, spread} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {List} from '../../list/list.tsx';
import {Pager} from '../../list/pager.tsx';
import {usePane} from '../../list/use-pane.ts';
import type {View} from '../../view.ts';
import {checksBindings} from './bindings.ts';
import {comparedWith, historyRows, runLines, runsOf} from './history-rows.ts';

interface HistoryProps {
  readonly view: View;
  /** The check whose history it is; of all, where none is named. */
  readonly check: string | undefined;
  readonly onClose: () => void;
}

/** The runs that were kept, the newest first, and what changed between two of them. */
export function History({view, check, onClose}: HistoryProps) {
  const of = {handoff: view.handoff, now: view.now(), check};
  const [at, setAt] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const isSpoken = useIsScreenReaderEnabled();
  const pane = usePane();
  const runs = runsOf(of);
  const selected = runs.find(({id}) => id === at) ?? runs[0];
  const before = selected && comparedWith(of, selected, chosen);

  const page: KeyLayer = [
    {binding: checksBindings.closeRun, run: () => setOpen(false), isPrimary: true},
    ...pane.keys,
  ];
  const list: KeyLayer = [
    {binding: checksBindings.showRun, run: () => setOpen(true), isPrimary: true},
    {
      binding: checksBindings.compareWith,
      run: () => setChosen(selected?.id === chosen ? undefined : selected?.id),
      isPrimary: true,
      ...(selected?.id === chosen ? {label: 'compare with the one before'} : {}),
      ...(runs.length < 2 ? {offBecause: 'There is no other run to compare it with.'} : {}),
    },
    {binding: frameBindings.back, run: onClose, isPrimary: true},
    ...pane.keys,
  ];
  return (
    <StepFrame view={view} layer={isOpen ? page : list} isOver>
      {({width, height}) =>
        isOpen && selected ? (
          <Pager
            key={selected.id}
            lines={runLines(of, [before, selected], width)}
            height={height}
            ref={pane.ref}
          />
        ) : (
          <>
            <Lines
              lines={[
                spread(
                  [span(check === undefined ? 'Runs of the checks' : check, 'heading')],
                  line(runs.length === 1 ? '1 run' : `${runs.length} runs`, 'muted'),
                  width,
                ),
                [],
              ]}
            />
            <List
              ref={pane.ref}
              drawn={drawRows(historyRows(of, chosen), {selected: selected?.id, width, isSpoken})}
              selected={selected?.id}
              onSelect={setAt}
              height={Math.max(1, height - 2)}
            />
          </>
        )
      }
    </StepFrame>
  );
}
