import {tellDifference} from '../../handoff/taking-over/tell-difference.ts';
import {sightWords, type PlaybookSight} from '../../services/playbooks/playbook-sight.ts';
import {answerProblem} from '../asking/refusal-words.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {line, wrapLines} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import type {View} from '../view.ts';
import {versionBindings} from './version-bindings.ts';
import {versionLines} from './version-lines.ts';

type ChangedSight = Extract<PlaybookSight, {readonly state: 'changed'}>;

interface NewVersionProps {
  readonly view: View;
  readonly sight: ChangedSight;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** Everything in which the file of the playbook differs now, to be taken over or left. */
export function NewVersion({view, sight, onTake, onClose}: NewVersionProps) {
  const pane = usePane();
  const off = answerProblem(view, sight.change);
  const layer: KeyLayer = [
    {
      binding: versionBindings.takeOver,
      run: onTake,
      isPrimary: true,
      ...(off === undefined ? {} : {offBecause: off}),
    },
    {binding: frameBindings.back, run: onClose, isPrimary: true},
    ...pane.keys,
  ];
  const told = tellDifference(view.handoff, sight.next);
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => {
        const head = [
          line('A new version of the playbook', 'heading'),
          ...wrapLines(sightWords(sight) ?? '', width, 'muted'),
          [],
        ];
        return (
          <>
            <Lines lines={head} />
            <Pager
              ref={pane.ref}
              lines={versionLines(told, sight.sources, width)}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}
