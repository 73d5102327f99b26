import type {ReactNode} from 'react';
import type {Screen} from '../../playbook/playbook.ts';
import type {View} from '../view.ts';
import * as registry from './registry.ts';
import {StepScreen} from './step-screen.tsx';
import type {UseStep} from './step-content.ts';

type StepComponent = (props: {readonly view: View}) => ReactNode;

/** Each screen that a playbook can name has its line in the registry. */
const steps: Readonly<Record<Screen, UseStep>> = registry;

/** The screen of a step, from the hook of its folder. */
function stepOf(useStep: UseStep): StepComponent {
  return function Step({view}) {
    return <StepScreen view={view} step={useStep(view)} />;
  };
}

/** What draws each screen of a playbook. */
export const stepScreens = Object.fromEntries(
  (Object.keys(registry) as (keyof typeof registry)[]).map((name): [Screen, StepComponent] => [
    name,
    stepOf(steps[name]),
  ]),
) as Readonly<Record<Screen, StepComponent>>;
