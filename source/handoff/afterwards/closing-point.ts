import type {Change} from '../changes/catalogue.ts';
import type {FollowUp} from './follow-ups.ts';

/** What closing an open point means, at its source as well. */
export function closing({id, kind, subject}: FollowUp, outcome: string): Change[] {
  const closed: Change = {type: 'follow-up/closed', followUp: id, outcome};
  switch (kind) {
    case 'question':
      return [{type: 'session/answered', note: subject, answer: outcome}];
    case 'tie':
      return [closed, {type: 'record/changed', record: subject, fields: {state: 'moved'}}];
    case 'risk':
      return [closed, {type: 'record/changed', record: subject, fields: {state: 'closed'}}];
    case 'action':
    case 'check':
    case 'condition':
    case 'demonstration':
    case 'teach-back':
    case 'runbook change':
      return [closed];
  }
}

/** Opens a closed point again, at its source as well. */
export function reopening({id, kind, subject}: FollowUp): Change[] {
  const state = {tie: 'tied', risk: 'open'} as const;
  return [
    {type: 'follow-up/reopened', followUp: id},
    ...(kind === 'tie' || kind === 'risk'
      ? [{type: 'record/changed', record: subject, fields: {state: state[kind]}} as const]
      : []),
  ];
}
