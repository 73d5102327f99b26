import type {View} from '../view.ts';
import {Agenda} from './agenda/agenda.tsx';
import {Checklist} from './checklist/checklist.tsx';
import {ChecksStep} from './checks/checks-step.tsx';
import {Demonstrations} from './demonstrations/demonstrations.tsx';
import {DocumentsStep} from './documents/documents-step.tsx';
import {FollowUps} from './follow-ups/follow-ups.tsx';
import {SessionPlanStep} from './plan/session-plan.tsx';
import {SignOffStep} from './sign-off/sign-off.tsx';
import {TextStep} from './text/text-step.tsx';
import {Transition} from './transition/transition.tsx';

/** The screen that a step asks for. */
export function StepScreen({view}: {readonly view: View}) {
  switch (view.step.screen) {
    case 'checklist':
      return <Checklist view={view} />;
    case 'text':
      return <TextStep view={view} />;
    case 'checks':
      return <ChecksStep view={view} />;
    case 'plan':
      return <SessionPlanStep view={view} />;
    case 'agenda':
      return <Agenda view={view} />;
    case 'documents':
      return <DocumentsStep view={view} />;
    case 'demonstrations':
      return <Demonstrations view={view} />;
    case 'follow-ups':
      return <FollowUps view={view} />;
    case 'transition':
      return <Transition view={view} />;
    case 'sign-off':
      return <SignOffStep view={view} />;
  }
}
