import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import {hasSteps, stepsIn} from '../../handoff/runbooks/runbook-steps.ts';
import type {KeyLayer} from '../keys/layer.ts';
import type {RunView} from '../run-view.ts';
import type {View} from '../view.ts';
import {checkOfRunbook} from '../../handoff/runbooks/check-of-runbook.ts';
import {askWhatWasSeen} from './by-hand.ts';
import {keepAsCheck} from './keep-as-check.ts';
import {RunbookRunScreen} from './runbook-run.tsx';
import {runbookBindings} from './runbook-bindings.ts';

function offBecause(record: HandoffRecord): {readonly offBecause?: string} {
  const [problem] = stepsIn(record).problems;
  if (problem)
    return {offBecause: `Its steps cannot be read. Line ${problem.line}: ${problem.message}`};
  return fieldText(record, 'commands') === '' && !hasSteps(record)
    ? {offBecause: 'This runbook has no commands yet.'}
    : {};
}

/** The keys that try a runbook: by running its commands, or by hand with what was seen. */
export function tryKeys(view: RunView, record: HandoffRecord): KeyLayer {
  return [
    {
      binding: runbookBindings.runRunbook,
      run: () =>
        view.open((now, close) => <RunbookRunScreen view={now} record={record} onClose={close} />),
      isPrimary: true,
      ...offBecause(record),
    },
    {
      binding: runbookBindings.proveByHand,
      run: () => void askWhatWasSeen(view, record),
      isPrimary: true,
    },
  ];
}

/** The keys of a runbook: those that try it, and the one that makes a check of it. */
export function runbookKeys(view: View, record: HandoffRecord): KeyLayer {
  if (record.register !== 'runbooks') return [];
  const asCheck = checkOfRunbook(view.handoff, record);
  return [
    ...tryKeys(view, record),
    {
      binding: runbookBindings.keepAsCheck,
      run: () => void keepAsCheck(view, record),
      ...('why' in asCheck ? {offBecause: asCheck.why} : {}),
    },
  ];
}
