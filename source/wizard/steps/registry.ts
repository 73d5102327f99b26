import type {Screen} from '../../playbook/playbook.ts';
import {useChecklist} from './checklist/step.ts';
import {stepOf, type StepComponent} from './step-of.tsx';
import {useDocuments} from './documents/step.tsx';
import {textStep} from './text/step.tsx';

/** What draws each screen of a playbook. */
export const stepScreens: Readonly<Partial<Record<Screen, StepComponent>>> = {
  checklist: stepOf(useChecklist),
  documents: stepOf(useDocuments),
  text: stepOf(textStep),
};
