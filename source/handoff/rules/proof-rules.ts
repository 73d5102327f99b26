import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {rowPlace} from '../model/place.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {runbookDigest} from '../standing/runbook-digest.ts';
import {toldSteps} from '../changes/step-runs.ts';
import {hasSteps, runbookSteps} from '../runbooks/runbook-steps.ts';
import {changedAt, verificationSince, verifiedWith} from '../standing/verification.ts';
import {refused, type Refusal} from './refused.ts';
import {allOf, type Rule} from './rule.ts';
import {stepsAreOfIt} from './step-rules.ts';

type ProofRule = Rule<'runbook/proven'>;

function runbookOf({records}: Handoff, id: string): HandoffRecord | undefined {
  return records.find((row) => row.id === id);
}

const runAgain = 'Run it again as it reads now.';

/** Nothing that is told of has happened after now. */
const hasBegun: ProofRule = (_, {ranAt}, {now}) =>
  ranAt !== undefined && Date.parse(ranAt) > Date.parse(now)
    ? refused('ahead', 'The run begins after now.', 'Record it once it is over.')
    : undefined;

/** What worked is what the runbook says; a run of anything else tells nothing about it. */
const isOfTheRunbook: ProofRule = (handoff, change) => {
  const {record, isMet, command, digest, expected, steps} = change;
  const row = runbookOf(handoff, record);
  if (!row) return undefined;
  const place = rowPlace(handoff.playbook, row);
  if (row.register !== 'runbooks')
    return refused('no-runbook', `"${recordTitle(row)}" is no runbook.`, 'Name a runbook.', place);
  const isSame =
    !isMet ||
    ((command === '' || command.trim() === fieldText(row, 'commands')) &&
      (steps !== undefined || ['', expected.trim()].includes(fieldText(row, 'expected'))));
  if (isSame && (!isMet || digest === undefined || digest === runbookDigest(row))) return undefined;
  return refused(
    'runbook-changed',
    `"${recordTitle(row)}" was changed, so this is no run of it.`,
    runAgain,
    place,
  );
};

/** Without an expectation nothing can be as expected. */
const saysWhatShows: ProofRule = (handoff, {record, isMet}) => {
  const row = runbookOf(handoff, record);
  const isSaid = row && runbookSteps(row).some((step) => step.expected !== '');
  if (!isMet || !row || isSaid) return undefined;
  return refused(
    'nothing-expected',
    'The runbook does not say what shows that it worked.',
    hasSteps(row)
      ? 'Say it with "See:" in one of its steps, then try it.'
      : 'Say it in its expected output, then try it.',
    rowPlace(handoff.playbook, row),
  );
};

/** The system's word stands above a person's: what failed is not proven by saying so. */
function endRefusal(command: string, code: number | undefined): Refusal | undefined {
  if (code !== undefined && code !== 0)
    return refused(
      'exit-code',
      `It ended with exit ${code}, and only 0 means that it worked.`,
      'Record it as not as expected, or change the runbook so that it ends with 0.',
    );
  return command !== '' && code === undefined
    ? refused('not-ended', 'It did not run to its end.', 'Run it to its end, then record it.')
    : undefined;
}

const endedWell: ProofRule = (_, {isMet, command, code, steps}) =>
  isMet && steps === undefined ? endRefusal(command, code) : undefined;

/** Where nothing ran, what a person saw is all there is. */
const saysWhatWasSeen: ProofRule = (_, {isMet, command, actual, kind, steps}) => {
  // What was seen at each step is asked of each step.
  if (!isMet || steps !== undefined) return undefined;
  if (kind === 'measured' && command === '')
    return refused('nothing-ran', 'Nothing ran, so nothing was measured.', 'Say what was seen.');
  return /\p{L}{2}/u.test(actual) || command !== ''
    ? undefined
    : refused('nothing-seen', 'Nothing says what was seen.', 'Say it in a few words.');
};

/** After a change the system is looked at, before anybody says that it worked. */
const isVerified: ProofRule = (handoff, change) => {
  const {record, isMet} = change;
  const row = runbookOf(handoff, record);
  const name = row && verifiedWith(row);
  if (!isMet || !row || name === undefined) return undefined;
  const steps = toldSteps(change);
  const since = changedAt({ranAt: change.ranAt ?? steps?.[0]?.ranAt, steps}, row);
  const seen = since === undefined ? undefined : verificationSince(handoff, row, since);
  if (seen?.isMet) return undefined;
  const place = rowPlace(handoff.playbook, row);
  return seen
    ? refused(
        'verification-failed',
        `"${name}" gave ${seen.outcome} after it.`,
        'Record it as not as expected, and mend what is wrong.',
        place,
      )
    : refused(
        'not-verified',
        `"${name}" was not run after it, so nothing shows that all is well.`,
        'Run it from the wizard with r, which does both.',
        place,
      );
};

/** What a proof says is what a run or a person has shown. */
export const isShown: ProofRule = allOf(
  hasBegun,
  isOfTheRunbook,
  saysWhatShows,
  stepsAreOfIt,
  endedWell,
  saysWhatWasSeen,
  isVerified,
);
