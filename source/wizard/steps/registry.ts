import type {Screen} from '../../playbook/playbook.ts';
import {useAgenda} from './agenda/step.tsx';
import {useChecklist} from './checklist/step.ts';
import {useChecksStep} from './checks/step.ts';
import {useDemonstrations} from './demonstrations/step.ts';
import {useDocuments} from './documents/step.tsx';
import {useFollowUps} from './follow-ups/step.ts';
import {usePlan} from './plan/step.ts';
import {signOffStep} from './sign-off/step.tsx';
import {stepOf, type StepComponent} from './step-of.tsx';
import {textStep} from './text/step.tsx';
import {useTransition} from './transition/step.ts';

/** What draws each screen of a playbook. */
export const stepScreens: Readonly<Record<Screen, StepComponent>> = {
  agenda: stepOf(useAgenda),
  checklist: stepOf(useChecklist),
  checks: stepOf(useChecksStep),
  demonstrations: stepOf(useDemonstrations),
  documents: stepOf(useDocuments),
  'follow-ups': stepOf(useFollowUps),
  plan: stepOf(usePlan),
  'sign-off': stepOf(signOffStep),
  text: stepOf(textStep),
  transition: stepOf(useTransition),
};
