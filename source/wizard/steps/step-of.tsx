import type {ReactNode} from 'react';
import type {View} from '../view.ts';
import {StepScreen} from './step-screen.tsx';
import type {UseStep} from './step-content.ts';

export type StepComponent = (props: {readonly view: View}) => ReactNode;

/** The screen of a step, from the hook of its folder. */
export function stepOf(useStep: UseStep): StepComponent {
  return function Step({view}) {
    return <StepScreen view={view} step={useStep(view)} />;
  };
}
