import {evidenceFaults} from '../../model/found-evidence.ts';
import {proofKinds, type StepRun} from '../../model/proof.ts';
import {recordTitle} from '../../registers/records.ts';
import {mayShow} from '../../runs/may-show.ts';
import {runbookDigest} from '../../standing/runbook-digest.ts';
import {changedAt, verificationSince} from '../../standing/verification.ts';
import {checkRunSchema, keptOutputSchema, seenChecksSchema} from '../check-run-schema.ts';
import {entry} from '../entry.ts';
import {stepFiguresSchema, stepTextsSchema} from '../step-run-schema.ts';
import {sumOfSteps, toldSteps} from '../step-runs.ts';
import {
  digest,
  fact,
  figure,
  flag,
  instant,
  oneOf,
  optional,
  row,
  text,
  typed,
  whole,
  word,
} from '../change-fields.ts';

/** A step that is said to be measured, and shows nothing of what is expected, is somebody's word. */
function asShown(run: StepRun): StepRun {
  const isSeen = !run.isMet || mayShow(run.expected, run.actual, run.evidence);
  return run.kind === 'measured' && !isSeen ? {...run, kind: 'attested'} : run;
}

/** What was run on the system, with what came of it. */
export const proofChanges = {
  'checks/recorded': entry({
    since: 1,
    // The checks redact what they keep.
    fields: {run: fact(checkRunSchema)},
    undo: 'never',
    words: () => 'the run of the checks',
    // Who enters a run has made it, whomever it names.
    reduce(draft, {run, actor}) {
      draft.checkRuns = [...draft.checkRuns, run.actor === actor ? run : {...run, actor}];
    },
  }),
  /** The handoff's checks file was looked at without a run, and differs from what was last known. */
  'checks/seen': entry({
    since: 2,
    fields: {
      file: word(),
      sha256: digest(),
      // Names are redacted where they are read.
      checks: fact(seenChecksSchema),
      problem: optional(text()),
    },
    undo: 'never',
    words: () => 'what stands in the checks file',
    reduce(draft, {file, sha256: hash, checks, problem, at, actor}) {
      const seen = {file, sha256: hash, checks, runs: draft.checkRuns.length, at, by: actor};
      draft.seenChecks = [...draft.seenChecks, problem === undefined ? seen : {...seen, problem}];
    },
  }),
  /** Evidence does not fit the hash that it is named by, or is not there. */
  'evidence/found-changed': entry({
    since: 2,
    fields: {stored: digest(), kind: oneOf(evidenceFaults)},
    undo: 'never',
    words: ({kind}) => `that evidence is ${kind}`,
    reduce(draft, {stored, kind, at, actor}) {
      draft.foundEvidence = [...draft.foundEvidence, {stored, kind, at, by: actor}];
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
      /** What was run, where, since when, and whether the program found what was expected; since 2. */
      digest: optional(digest()),
      host: optional(word()),
      folder: optional(word()),
      kind: optional(oneOf(proofKinds)),
      ranAt: optional(instant()),
      /** The way that was taken step by step, its figures and its texts; since 5. */
      steps: optional(fact(stepFiguresSchema)),
      told: optional(typed(stepTextsSchema)),
    },
    undo: 'claim',
    words({record}, {records}) {
      const runbook = records.find(({id}) => id === record);
      return `the run of ${runbook ? `"${recordTitle(runbook)}"` : 'a runbook'}`;
    },
    reduce(draft, action) {
      const steps = toldSteps(action)?.map(asShown);
      // What the steps say is not said once more.
      const said = steps ? {...action, ...sumOfSteps(steps)} : action;
      const {id, at, actor, record, command, isMet, expected, actual} = said;
      const {code, duration, evidence, host, folder, ranAt, v} = said;
      const row = draft.records.find((runbook) => runbook.id === record);
      const isOlder = v < 2;
      const run = action.digest ?? (isOlder || !row ? undefined : runbookDigest(row));
      const isSeen = steps !== undefined || !isMet || mayShow(expected, actual, evidence);
      const usual = command === '' ? 'attested' : 'measured';
      const claimed = said.kind ?? (isOlder ? undefined : usual);
      // What does not show in the output is somebody's word.
      const kind = claimed === 'measured' && !isSeen ? 'attested' : claimed;
      const verified = row && verificationSince(draft, row, changedAt({ranAt, steps}, row) ?? at);
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
        ...(evidence && !steps ? {evidence} : {}),
        ...(run === undefined ? {} : {digest: run}),
        ...(host === undefined ? {} : {host}),
        ...(folder === undefined ? {} : {folder}),
        ...(kind === undefined ? {} : {kind}),
        ...(ranAt === undefined ? {} : {ranAt}),
        ...(verified ? {verified} : {}),
        ...(steps ? {steps} : {}),
      };
      draft.proofs = [...draft.proofs, proof];
    },
  }),
};
