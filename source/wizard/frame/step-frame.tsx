import {useState, type ReactNode} from 'react';
import {Box, useIsScreenReaderEnabled} from 'ink';

import {stepsOf} from '../../playbook/walk.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {blockingChecks} from '../../handoff/standing/of-checks/check-standing.ts';
import {nextGate} from '../../handoff/gates/gates.ts';
import {stepProgress} from '../../handoff/items/progress.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {FindItem} from './find-item.tsx';
import type {Size} from './size.ts';
import {Frame} from './frame.tsx';
import {placeWords} from './place-words.ts';
import {Rail} from './rail.tsx';
import {withoutLinks} from '../list/without-links.ts';

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
  readonly children: (size: StepSize) => ReactNode;
}

/** Narrower than this, the rail gives its room to the step. */
const railFrom = 76;

/** Width of the rail for a width of the screen; 0 where there is none. */
function railWidth(columns: number): number {
  if (columns < railFrom) return 0;
  return columns < 100 ? 30 : 36;
}

/** A step inside the frame: the rail at the left, the step at the right, the shared keys. */
export function StepFrame(props: StepFrameProps) {
  const {view, layer, isTyping = false, isWide = false, children} = props;
  const [overlay, setOverlay] = useState<'find'>();
  const close = () => setOverlay(undefined);
  // Who hears the screen would hear every step before the one they are on.
  const hasRail = !useIsScreenReaderEnabled() && !isWide;
  const {handoff, step} = view;
  const places = stepsOf(handoff.playbook);
  const index = places.findIndex((place) => place.step.id === step.id);

  function move(by: number): void {
    const target = places[index + by]?.step;
    if (target) view.goTo({step: target.id});
    else view.say({text: `This is the ${by < 0 ? 'first' : 'last'} step.`, token: 'muted'});
  }

  const back: KeyAction = {
    action: 'back',
    run: view.leave,
    label: view.isDetour ? 'back' : 'all handoffs',
    isPrimary: true,
  };
  const shared: KeyLayer = [
    // On a detour, the way back is what is looked for next.
    ...(view.isDetour ? [back] : []),
    {action: 'nextStep', run: () => move(1), isPrimary: true},
    {action: 'previousStep', run: () => move(-1)},
    {action: 'undo', run: view.undo, isPrimary: true},
    {action: 'redo', run: view.redo},
    {action: 'blockers', run: () => view.showObstacles({gate: nextGate(handoff)}), isPrimary: true},
    {action: 'find', run: () => setOverlay('find'), isPrimary: true},
    ...(view.isDetour ? [] : [back]),
  ];
  const full: KeyLayer = [
    ...(overlay ? pickerKeys(close) : layer),
    ...(isTyping || overlay ? [] : shared),
    {action: 'interrupt', run: view.quit},
  ];
  return (
    <Frame
      title={`${handoff.customer} · ${handoff.system}`}
      place={placeWords(handoff, view.now())}
      layer={full}
      message={view.message}
      onMessage={view.say}
      isTyping={isTyping || overlay !== undefined}
      explanation={step.introduction && withoutLinks(step.introduction)}
    >
      {(size) => {
        const rail = hasRail ? railWidth(size.width + 2) : 0;
        const width = size.width - (rail > 0 ? rail + 2 : 0);
        const body = {width, height: size.height, hasRail: rail > 0};
        if (overlay === 'find') return <FindItem view={view} size={size} onClose={close} />;
        return (
          <Box>
            {rail > 0 && (
              <Rail
                handoff={handoff}
                current={step.id}
                isBlocked={
                  checkFacts(handoff).lastRun !== undefined &&
                  blockingChecks(handoff, view.now()).length > 0
                }
                width={rail}
                height={size.height}
              />
            )}
            <Box flexDirection="column" width={body.width} marginLeft={rail > 0 ? 2 : 0}>
              {children(body)}
            </Box>
          </Box>
        );
      }}
    </Frame>
  );
}

/** The keys of a list that is narrowed down by typing; the list itself acts on Enter. */
function pickerKeys(close: () => void): KeyLayer {
  return [
    {action: 'choose', run: () => undefined, label: 'go there', isPrimary: true},
    {action: 'back', run: close, isPrimary: true},
  ];
}

/** `Preparation, step 3 of 13 · 4/6`, where no rail says it. */
export function stepPlace(view: View): string {
  const places = stepsOf(view.handoff.playbook);
  const number = places.findIndex(({step}) => step.id === view.step.id) + 1;
  const progress = progressWords(stepProgress(view.handoff, view.step));
  return `${view.phase.title}, step ${number} of ${places.length} · ${progress}`;
}
