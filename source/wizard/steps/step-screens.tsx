import type {ReactNode} from 'react';
import {screens, type Screen} from '../../playbook/playbook.ts';
import type {View} from '../view.ts';
import * as registry from './registry.ts';
import {StepScreen} from './step-screen.tsx';
import type {UseStep} from './step-content.ts';

type StepComponent = (props: {readonly view: View}) => ReactNode;

/** Each screen that a playbook can name has its line in the registry, and no line has another name. */
const steps: Readonly<Record<Screen, UseStep>> &
  Readonly<Record<Exclude<keyof typeof registry, Screen>, never>> = registry;

/** The screen of a step, from the hook of its folder. */
function stepOf(useStep: UseStep): StepComponent {
  return function Step({view}) {
    return <StepScreen view={view} step={useStep(view)} />;
  };
}

const components = new Map<Screen, StepComponent>(
  screens.map((name) => [name, stepOf(steps[name])]),
);

/** What draws a screen of a playbook. */
export function stepScreen(name: Screen): StepComponent {
  const component = components.get(name);
  if (!component) throw new Error(`The screen "${name}" has no line in its registry.`);
  return component;
}
