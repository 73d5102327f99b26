import type {View} from '../view.ts';
import {Agenda} from './agenda/agenda.tsx';
import {Demonstrations} from './demonstrations/demonstrations.tsx';
import {stepScreens} from './registry.ts';
import {SignOffStep} from './sign-off/sign-off.tsx';

export function LegacyStepScreen({view}: {readonly view: View}) {
  const Step = stepScreens[view.step.screen];
  if (Step) return <Step view={view} />;
  switch (view.step.screen) {
    case 'agenda':
      return <Agenda view={view} />;
    case 'demonstrations':
      return <Demonstrations view={view} />;
    case 'sign-off':
      return <SignOffStep view={view} />;
    default:
      return undefined;
  }
}
