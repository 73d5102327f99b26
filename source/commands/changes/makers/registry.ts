import type {Maker} from '../change-command.ts';
import type {MakeChanges} from './maker.ts';
import {closePoint, reopenPoint} from './open-point-makers.ts';
import {endDemonstration, startDemonstration} from './demonstration-makers.ts';
import {addCheckIn, addRow, setRow} from './row-makers.ts';
import {correctSession} from './correction-maker.ts';
import {
  endSession,
  enterBlock,
  keepNote,
  moveTime,
  planSession,
  startSession,
} from './session-makers.ts';
import {recordDecision} from './decision-maker.ts';
import {leaveDraft} from './draft-maker.ts';
import {answerBack, askBack, draftQuestions} from './teach-back-makers.ts';
import {waive} from './waiver-maker.ts';

/** What each command does beyond its fields. */
export const makers: Readonly<Record<Maker, MakeChanges>> = {
  'check-in add': addCheckIn,
  'demonstration end': endDemonstration,
  'demonstration start': startDemonstration,
  'draft leave': leaveDraft,
  'open-point close': closePoint,
  'open-point reopen': reopenPoint,
  'row add': addRow,
  'row set': setRow,
  'session note': keepNote,
  'session block': enterBlock,
  'session correct': correctSession,
  'session end': endSession,
  'session move': moveTime,
  'session plan': planSession,
  'session start': startSession,
  sign: recordDecision,
  'teach-back answer': answerBack,
  'teach-back ask': askBack,
  'teach-back draft': draftQuestions,
  waive,
};
