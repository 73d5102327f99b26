import type {Command} from 'commander';
import {addApply} from './apply/command.ts';
import {addArchive} from './archive/command.ts';
import {addCheckCommand} from './check/command.ts';
import {addCompletion} from './completion/command.ts';
import {addDemo} from './demo/command.ts';
import {addDiscover} from './discover/command.ts';
import {addDoctor} from './doctor/command.ts';
import {addDocs} from './docs/command.ts';
import {addGate} from './gate/command.ts';
import {addItem} from './item/command.ts';
import {addList} from './list/command.ts';
import {addNew} from './new/command.ts';
import {addPlaybook} from './playbook/command.ts';
import {addResume} from './resume/command.ts';
import {addRunbook} from './runbook/command.ts';
import {addSchema} from './schema/command.ts';
import {addSettings} from './settings/command.ts';
import {addSize} from './size/command.ts';
import {addStatus} from './status/command.ts';
import {addTrust} from './trust/command.ts';
import {addCheckInCommand} from './check-in/command.ts';
import {addDemonstration} from './demonstration/command.ts';
import {addDraft} from './draft/command.ts';
import {addExtend} from './extend/command.ts';
import {addLog} from './log/command.ts';
import {addOpenPoint} from './open-point/command.ts';
import {addPersonCommands} from './person/command.ts';
import {addRedo} from './redo/command.ts';
import {addRowCommands} from './row/command.ts';
import {addSession} from './session/command.ts';
import {addSign} from './sign/command.ts';
import {addUndo} from './undo/command.ts';
import {addWaive} from './waive/command.ts';
import type {Finish} from './finish-command.ts';

export {changeTable} from './changes/change-table.ts';

/**
 * Every command, in the order of the help. A folder of commands is named after the first word that a
 * person types, and its `command.ts` says flags and help; what it does is loaded when it is called.
 */
export const commands: readonly ((program: Command, finish: Finish) => void)[] = [
  addNew,
  addDiscover,
  addDraft,
  addResume,
  addList,
  addStatus,
  addLog,
  addItem,
  addRowCommands,
  addRunbook,
  addPersonCommands,
  addGate,
  addWaive,
  addSession,
  addDemonstration,
  addOpenPoint,
  addCheckInCommand,
  addExtend,
  addSign,
  addUndo,
  addRedo,
  addApply,
  addSize,
  addCheckCommand,
  addTrust,
  addSchema,
  addDocs,
  addArchive,
  addPlaybook,
  addSettings,
  addDoctor,
  addCompletion,
  addDemo,
];
