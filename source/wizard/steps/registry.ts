import type {Screen} from '../../playbook/playbook.ts';
import {useChecklist} from './checklist/step.ts';
import type {UseStep} from './step.ts';
import {useDocuments} from './documents/step.tsx';
import {textStep} from './text/step.tsx';

/** What each screen of a playbook is: the hook of its folder. */
export const stepScreens: Readonly<Partial<Record<Screen, UseStep>>> = {
  checklist: useChecklist,
  documents: useDocuments,
  text: textStep,
};
