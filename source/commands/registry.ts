import type {Command} from 'commander';
import {addApply} from './apply/command.ts';
import {addArchive} from './archive/command.ts';
import {addCheckCommand} from './check/command.ts';
import {addDemo} from './demo/command.ts';
import {addDiscover} from './discover/command.ts';
import {addDocs} from './docs/command.ts';
import {addGate} from './gate/command.ts';
import {addItem} from './item/command.ts';
import {addList} from './list/command.ts';
import {addNew} from './new/command.ts';
import {addPlaybook} from './playbook/command.ts';
import {addResume} from './resume/command.ts';
import {addSchema} from './schema/command.ts';
import {addSettings} from './settings/command.ts';
import {addSize} from './size/command.ts';
import {addStatus} from './status/command.ts';
import {addTrust} from './trust/command.ts';
import type {Finish} from './finish-command.ts';

/**
 * Every command, in the order of the help. A folder of commands is named after the first word that a
 * person types, and its `command.ts` says flags and help; what it does is loaded when it is called.
 */
export const commands: readonly ((program: Command, finish: Finish) => void)[] = [
  addNew,
  addDiscover,
  addResume,
  addList,
  addStatus,
  addItem,
  addApply,
  addGate,
  addSize,
  addCheckCommand,
  addTrust,
  addSchema,
  addDocs,
  addArchive,
  addPlaybook,
  addSettings,
  addDemo,
];
