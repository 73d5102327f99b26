import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import {hasSteps, stepsIn} from '../../handoff/runbooks/runbook-steps.ts';
import type {KeyLayer} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {askWhatWasSeen} from './by-hand.ts';
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
export function runbookKeys(view: View, record: HandoffRecord): KeyLayer {
  if (record.register !== 'runbooks') return [];
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
