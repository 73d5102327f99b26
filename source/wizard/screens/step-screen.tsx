import type {View} from '../view.ts';
import {Agenda} from './agenda.tsx';
import {Checklist} from './checklist.tsx';
import {ChecksStep} from './checks-step.tsx';
import {DocumentsStep} from './documents-step.tsx';
import {SessionPlanStep} from './session-plan.tsx';
import {SignOffStep} from './sign-off.tsx';
import {TextStep} from './text-step.tsx';

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
    case 'sign-off':
      return <SignOffStep view={view} />;
  }
}
