import {useMemo, useState, type ReactNode} from 'react';
import {Box, useIsScreenReaderEnabled} from 'ink';

import {stepsOf} from '../../playbook/walk.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {checksInTheWay} from '../../handoff/gates/check-waiver.ts';
import {stepProgress} from '../../handoff/items/progress.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import {AskBox, askRows} from '../asking/ask-box.tsx';
import {askKeys} from '../asking/ask-keys.ts';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {usePane} from '../list/use-pane.ts';
import {rememberedLines} from '../markdown/remembered-lines.ts';
import type {View} from '../view.ts';
import {explanationOf, surroundingsOf} from './explanation.ts';
import {Finder} from './finder.tsx';
import {pickerKeys} from './picker.tsx';
import type {Size} from './size.ts';
import {Frame} from './frame.tsx';
import {placeWords} from './place-words.ts';
import {Rail} from './rail.tsx';
import {railWidth} from './rail-width.ts';
import {stepBindings} from '../steps/step-bindings.ts';

/** The room of a step, and whether the rail says where it is. */
export interface StepSize extends Size {
  readonly hasRail: boolean;
}

interface StepFrameProps {
  readonly view: View;
  readonly layer: KeyLayer;
  readonly isTyping?: boolean;
  /** Whether the step takes the room of the rail as well. */
  readonly isWide?: boolean;
  /** Whether this is a screen over the step: it is wide, and the keys of a step do not work in it. */
  readonly isOver?: boolean;
  readonly children: (size: StepSize) => ReactNode;
}

/** A step inside the frame: the rail at the left, the step at the right, the questions, the shared keys. */
export function StepFrame(props: StepFrameProps) {
  const {view, layer, isTyping = false, isOver = false, isWide = isOver, children} = props;
  const [isFinding, setFinding] = useState(false);
  const about = usePane();
  const close = () => setFinding(false);
  // Who hears the screen would hear every step before the one they are on.
  const hasRail = !useIsScreenReaderEnabled() && !isWide;
  const {handoff, step} = view;
  const asked = view.asked.at(-1);
  // It says nothing that changes more often, and many keys may come in a second.
  const second = `${view.now().slice(0, 19)}Z`;
  const place = useMemo(() => placeWords(handoff, second), [handoff, second]);
  const isBusy = isTyping || isFinding || asked !== undefined;
  const own = asked
    ? askKeys(asked, about.keys)
    : isFinding
      ? pickerKeys('go there', close)
      : layer;
  const shared: KeyLayer = isOver
    ? []
    : [{binding: stepBindings.find, run: () => setFinding(true), isPrimary: true}];

  function run({offBecause, run: act}: KeyAction): void {
    if (offBecause) view.say({text: offBecause, token: 'warning'});
    else act();
  }

  return (
    <Frame
      title={`${handoff.customer} · ${handoff.system}`}
      place={place}
      layer={[...own, ...(isBusy ? [] : shared)]}
      message={view.message}
      onMessage={view.say}
      isTyping={isBusy}
      explanation={(width) => rememberedLines(explanationOf(handoff.playbook, step), width)}
      surroundings={(width) =>
        rememberedLines(surroundingsOf(handoff.playbook, view.phase, step), width)
      }
    >
      {(size) => {
        const rail = hasRail ? railWidth(size.width + 2) : 0;
        const width = size.width - (rail > 0 ? rail + 2 : 0);
        const taken = askRows(view.asked, size.height);
        const height = Math.max(1, size.height - taken);
        const isCovered = taken === size.height;
        if (isFinding)
          return (
            <Finder
              view={view}
              layer={[...layer, ...shared]}
              size={size}
              onClose={close}
              onRun={run}
            />
          );
        return (
          <Box>
            {rail > 0 && (
              <Rail
                handoff={handoff}
                current={step.id}
                isBlocked={
                  checkFacts(handoff).lastRun !== undefined &&
                  checksInTheWay(handoff, view.now()).length > 0
                }
                width={rail}
                height={size.height}
              />
            )}
            <Box flexDirection="column" width={width} marginLeft={rail > 0 ? 2 : 0}>
              <Box
                flexDirection="column"
                display={isCovered ? 'none' : 'flex'}
                height={height}
                overflow="hidden"
              >
                {children({width, height, hasRail: rail > 0})}
              </Box>
              <AskBox open={view.asked} width={width} height={size.height} pane={about.ref} />
            </Box>
          </Box>
        );
      }}
    </Frame>
  );
}

/** What is drawn over a step, in its frame. */
export function inStepFrame(
  view: View,
  layer: KeyLayer,
  draw: (size: StepSize) => ReactNode,
): ReactNode {
  return (
    <StepFrame view={view} layer={layer} isOver>
      {draw}
    </StepFrame>
  );
}

/** `Preparation, step 3 of 13 · 4/6`, where no rail says it. */
export function stepPlace(view: View): string {
  const places = stepsOf(view.handoff.playbook);
  const number = places.findIndex(({step}) => step.id === view.step.id) + 1;
  const progress = progressWords(stepProgress(view.handoff, view.step));
  return `${view.phase.title}, step ${number} of ${places.length} · ${progress}`;
}
