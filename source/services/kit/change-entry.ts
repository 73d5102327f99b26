import type {Change} from '../../handoff/changes/catalogue.ts';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';

/** What a screen or a command that runs things asks to be kept, as an answer has it. */
export function changeEntry(change: Change, at: string): AnswerEntry | undefined {
  switch (change.type) {
    case 'checks/recorded':
      return {kind: 'checks', at, run: change.run};
    case 'runbook/proven': {
      const {type: _, kind: proof, steps, told, ...rest} = change;
      return {
        kind: 'runbook',
        at,
        ...rest,
        ...(proof === undefined ? {} : {proof}),
        ...(steps === undefined ? {} : {steps: [...steps]}),
        ...(told === undefined ? {} : {told: [...told]}),
      };
    }
    default:
      return undefined;
  }
}
