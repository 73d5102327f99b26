import {recordTitle} from '../registers/records.ts';
import {checkRunSchema, keptOutputSchema} from './check-run-schema.ts';
import {entry} from './entry.ts';
import {fact, figure, flag, optional, row, text, whole} from './fields.ts';

/** What was run on the system, with what came of it. */
export const proofChanges = {
  'checks/recorded': entry({
    since: 1,
    // The checks redact what they keep.
    fields: {run: fact(checkRunSchema)},
    undo: 'never',
    words: () => 'the run of the checks',
    reduce(draft, {run}) {
      draft.checkRuns = [...draft.checkRuns, run];
    },
  }),
  'runbook/proven': entry({
    since: 1,
    fields: {
      record: row(),
      command: text(),
      isMet: flag(),
      expected: text(),
      actual: text(),
      code: optional(whole()),
      duration: optional(figure()),
      evidence: optional(fact(keptOutputSchema)),
    },
    undo: 'claim',
    words({record}, {records}) {
      const runbook = records.find(({id}) => id === record);
      return `the run of ${runbook ? `"${recordTitle(runbook)}"` : 'a runbook'}`;
    },
    reduce(draft, action) {
      const {id, at, actor, record, command, isMet, expected, actual} = action;
      const {code, duration, evidence} = action;
      const proof = {
        id,
        at,
        by: actor,
        record,
        command,
        isMet,
        expected,
        actual,
        ...(code === undefined ? {} : {code}),
        ...(duration === undefined ? {} : {duration}),
        ...(evidence ? {evidence} : {}),
      };
      draft.proofs = [...draft.proofs, proof];
    },
  }),
};
