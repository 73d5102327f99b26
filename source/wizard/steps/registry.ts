// What each screen of a playbook is drawn from: a line for each, under the name that playbooks write.
export {useAgenda as agenda} from './agenda/step.tsx';
export {useChecklist as checklist} from './checklist/step.ts';
export {useChecksStep as checks} from './checks/step.ts';
export {useDemonstrations as demonstrations} from './demonstrations/step.ts';
export {useDocuments as documents} from './documents/step.tsx';
export {useFollowUps as 'follow-ups'} from './follow-ups/step.ts';
export {usePlan as plan} from './plan/step.ts';
export {signOffStep as 'sign-off'} from './sign-off/step.ts';
export {textStep as text} from './text/step.tsx';
export {useTransition as transition} from './transition/step.ts';
