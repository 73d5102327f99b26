import type {Command} from 'commander';
import {addAnswer} from './answer/command.ts';
import {addApply} from './apply/command.ts';
import {addArchive} from './archive/command.ts';
import {addCheckCommand} from './check/command.ts';
import {addCompletion} from './completion/command.ts';
import {addContradiction} from './contradiction/command.ts';
import {addDemo} from './demo/command.ts';
import {addDiscover} from './discover/command.ts';
import {addDoctor} from './doctor/command.ts';
import {addDrift} from './drift/command.ts';
import {addDue} from './due/command.ts';
import {addDocs} from './docs/command.ts';
import {addGate} from './gate/command.ts';
import {addHelp} from './help/command.ts';
import {addImport} from './import/command.ts';
import {addItem} from './item/command.ts';
import {addKit} from './kit/command.ts';
import {addList} from './list/command.ts';
import {addNew} from './new/command.ts';
import {addPublish} from './publish/command.ts';
import {addPlaybook} from './playbook/command.ts';
import {addReport} from './report/command.ts';
import {addResume} from './resume/command.ts';
import {addRunbook} from './runbook/command.ts';
import {addSchema} from './schema/command.ts';
import {addCalendar} from './calendar/command.ts';
import {addConfig} from './config/command.ts';
import {addSize} from './size/command.ts';
import {addStatus} from './status/command.ts';
import {addTrust} from './trust/command.ts';
import {addCheckInCommand} from './check-in/command.ts';
import {addDemonstration} from './demonstration/command.ts';
import {addDraft} from './draft/command.ts';
import {addExtend} from './extend/command.ts';
import {addLog} from './log/command.ts';
import {addOpen} from './open/command.ts';
import {addOpenPoint} from './open-point/command.ts';
import {addPassOn} from './pass-on/command.ts';
import {addPersonCommands} from './person/command.ts';
import {addRedo} from './redo/command.ts';
import {addRowCommands} from './row/command.ts';
import {addSession} from './session/command.ts';
import {addShare} from './share/command.ts';
import {addSign} from './sign/command.ts';
import {addTeachBack} from './teach-back/command.ts';
import {addSync} from './sync/command.ts';
import {addUndo} from './undo/command.ts';
import {addWaive} from './waive/command.ts';
import type {Finish} from './finish-command.ts';

export {changeTable} from './changes/change-table.ts';

type AddCommand = (program: Command, finish: Finish) => void;

interface CommandGroup {
  /** As the help has it above its commands. */
  readonly title: string;
  readonly commands: readonly AddCommand[];
}

/**
 * Every command, in the groups and the order of the help. A folder of commands is named after the first
 * word that a person types, and its `command.ts` says flags and help; what it does is loaded when it is called.
 */
export const groups: readonly CommandGroup[] = [
  {
    title: 'To begin and to look:',
    commands: [addNew, addResume, addList, addDue, addReport, addStatus, addGate, addLog, addDemo],
  },
  {
    title: 'Preparation:',
    commands: [
      addItem,
      addRowCommands,
      addPersonCommands,
      addDiscover,
      addDraft,
      addRunbook,
      addCheckCommand,
      addTrust,
      addSize,
      addCalendar,
    ],
  },
  {
    title: 'Session and what follows:',
    commands: [
      addSession,
      addDemonstration,
      addTeachBack,
      addOpenPoint,
      addCheckInCommand,
      addDrift,
      addExtend,
      addWaive,
      addSign,
    ],
  },
  {title: 'To take back, and for scripts:', commands: [addUndo, addRedo, addApply, addSchema]},
  {title: 'Documents:', commands: [addDocs, addArchive, addKit]},
  {
    title: 'Together:',
    commands: [addShare, addSync, addContradiction, addPassOn, addImport, addPublish],
  },
  {title: 'For the receiver:', commands: [addOpen, addAnswer]},
  {
    title: 'Playbooks and this machine:',
    commands: [addPlaybook, addConfig, addDoctor, addCompletion, addHelp],
  },
];

/** All of them. */
export const commands: readonly AddCommand[] = groups.flatMap((group) => group.commands);
