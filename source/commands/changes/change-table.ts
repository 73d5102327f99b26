import type {ChangeType} from '../../handoff/changes/catalogue.ts';
import type {Making} from './change-command.ts';
import {addCheckIn} from '../check-in/command.ts';
import {endDemonstration, startDemonstration} from '../demonstration/command.ts';
import {leaveDraft} from '../draft/command.ts';
import {extend} from '../extend/command.ts';
import {setItem} from '../item/set-item.ts';
import {addPerson, renamePerson} from '../person/command.ts';
import {closePoint, reopenPoint, setPoint} from '../open-point/command.ts';
import {addRow, removeRow, setRow} from '../row/command.ts';
import {
  changeDriver,
  countBreak,
  endSession,
  enterBlock,
  moveTime,
  pauseSession,
  planSession,
  resumeSession,
  startSession,
} from '../session/clock-commands.ts';
import {correctSession} from '../session/correct-command.ts';
import {
  addAction,
  addNote,
  addressNote,
  answerNote,
  askQuestion,
} from '../session/talk-commands.ts';
import {sign} from '../sign/command.ts';
import {answerBack, askBack, draftQuestions} from '../teach-back/command.ts';
import {waive} from '../waive/command.ts';

/** Commands that make a change beside other work of theirs, such as a run; each by all its words. */
interface MadeBy {
  readonly madeBy: readonly [string, ...string[]];
}

function madeBy(...commands: readonly [string, ...string[]]): MadeBy {
  return {madeBy: commands};
}

/**
 * By which commands each change of the catalogue is made. A change without one does not compile, nor does
 * a command that says nothing of a field.
 */
export const changeTable: {
  readonly [T in ChangeType]: MadeBy | readonly [Making<T>, ...Making<T>[]];
} = {
  'handoff/created': madeBy('new', 'demo'),
  'calendar/set': madeBy('calendar holidays', 'calendar weekend', 'calendar worked'),
  'handoff/sized': madeBy('size'),
  undone: madeBy('undo', 'redo'),
  'item/settled': madeBy('item'),
  'item/noted': [setItem],
  'item/written': [setItem],
  'item/assigned': [setItem],
  'item/scheduled': [setItem],
  'item/evidenced': [setItem],
  'item/ran': madeBy('item run'),
  'item/added': madeBy('item add'),
  'item/removed': madeBy('item remove'),
  'item/addressed': [setItem],
  'playbook/taken-over': madeBy('playbook update'),
  'playbook/exported': madeBy('playbook export'),
  'person/described': [addPerson],
  'person/renamed': [renamePerson],
  'checks/recorded': madeBy('check'),
  'checks/seen': madeBy('check', 'docs', 'archive'),
  'evidence/found-changed': madeBy('docs', 'archive'),
  'runbook/proven': madeBy('runbook run', 'runbook prove'),
  'record/added': [addRow, addCheckIn, draftQuestions],
  'record/changed': [setRow, closePoint, reopenPoint],
  'record/removed': [removeRow],
  'record/addressed': [setRow],
  'drafts/seen': madeBy('discover'),
  // Those that are taken come from discover.
  'draft/answered': [leaveDraft],
  'note/addressed': [addressNote],
  'follow-up/addressed': [setPoint],
  'session/planned': [planSession],
  'session/started': [startSession],
  'session/block-entered': [enterBlock, startSession],
  'session/paused': [pauseSession],
  'session/resumed': [resumeSession],
  'session/break-counted': [countBreak],
  'session/time-moved': [moveTime],
  'session/driver-changed': [changeDriver],
  'session/noted': [addNote, askQuestion, addAction],
  'session/answered': [answerNote, closePoint],
  'session/corrected': [correctSession],
  'session/ended': [endSession],
  'demonstration/started': [startDemonstration],
  'demonstration/ended': [endDemonstration],
  'teach-back/asked': [askBack],
  'teach-back/answered': [answerBack],
  'follow-up/changed': [setPoint, addAction],
  'follow-up/closed': [closePoint],
  'follow-up/reopened': [reopenPoint],
  'transition/extended': [extend],
  'gate/waived': [waive],
  'handoff/passed-on': madeBy('pass-on'),
  'contradiction/settled': madeBy('contradiction settle'),
  'sign-off/recorded': [sign],
  'documents/written': madeBy('docs'),
  'kit/made': madeBy('kit'),
  'publish/sent': madeBy('publish'),
  'publish/seen': madeBy('publish'),
  'answer/received': madeBy('import'),
  'demonstration/told': madeBy('import'),
  'question/asked': madeBy('import'),
};
