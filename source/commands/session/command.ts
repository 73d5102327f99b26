import type {Command} from 'commander';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import type {Finish} from '../finish-command.ts';
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
} from './clock-commands.ts';
import {correctSession} from './correct-command.ts';
import {addAction, addNote, addressNote, answerNote, askQuestion} from './talk-commands.ts';

/** `session`, with all that happens in one. */
export function addSession(program: Command, finish: Finish): void {
  const session = program.command('session').description('plan, hold and correct the session');
  addChangeCommands(session, finish, [
    planSession,
    startSession,
    enterBlock,
    addNote,
    askQuestion,
    addAction,
    answerNote,
    changeDriver,
    pauseSession,
    resumeSession,
    countBreak,
    moveTime,
    endSession,
    correctSession,
    addressNote,
  ]);
}
