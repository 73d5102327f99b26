import type {Change} from '../../../handoff/changes/catalogue.ts';
import {runbookFor} from '../../../handoff/session/demonstration-items.ts';
import {runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import {Problem} from '../../../problem.ts';
import {findTargetItem} from '../../item/find-target-item.ts';
import {readValues} from '../read-values.ts';
import {textIn} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

/** The clock of a task, with the runbook that it follows. */
export const startDemonstration: MakeChanges = ({command, typed, moment}) => {
  const {handoff, actor} = moment;
  const faces = command.makes['demonstration/started'] ?? {};
  const values = readValues('demonstration/started', faces, typed, moment);
  const {item} = findTargetItem(handoff, textIn(typed.arguments['task']) ?? '');
  const runbook = runbookFor(handoff, item)?.row;
  return [
    {
      type: 'demonstration/started',
      observer: actor,
      ...values,
      ...(runbook === undefined ? {} : {runbook}),
    } as Change,
  ];
};

/** The result of the task that is being performed. */
export const endDemonstration: MakeChanges = ({command, typed, moment}) => {
  const running = runningDemonstration(moment.handoff);
  if (!running)
    throw new Problem(
      'No task is being performed.',
      'Start one with "handoff-wizard demonstration start TASK --by NAME".',
    );
  const faces = command.makes['demonstration/ended'] ?? {};
  const values = readValues('demonstration/ended', faces, typed, moment);
  return [{type: 'demonstration/ended', demonstration: running.id, ...values} as Change];
};
