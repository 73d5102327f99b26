import type {Screen} from '../../playbook/playbook.ts';
import {useChecklist} from './checklist/step.ts';
import {useChecksStep} from './checks/step.ts';
import {stepOf, type StepComponent} from './step-of.tsx';
import {useDocuments} from './documents/step.tsx';
import {useFollowUps} from './follow-ups/step.ts';
import {usePlan} from './plan/step.ts';
import {textStep} from './text/step.tsx';
import {useTransition} from './transition/step.ts';

/** What draws each screen of a playbook. */
export const stepScreens: Readonly<Partial<Record<Screen, StepComponent>>> = {
  checklist: stepOf(useChecklist),
  checks: stepOf(useChecksStep),
  documents: stepOf(useDocuments),
  'follow-ups': stepOf(useFollowUps),
  plan: stepOf(usePlan),
  text: stepOf(textStep),
  transition: stepOf(useTransition),
};
