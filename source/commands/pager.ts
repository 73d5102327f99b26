import stringWidth from 'string-width';
import {Problem} from '../problem.ts';
import {callProgram} from '../programs/call-program.ts';
import {onInterrupt} from '../programs/on-interrupt.ts';
import {whyNotStarted} from '../programs/why-not-started.ts';
import {pagerCommand} from '../services/own-programs/pager-command.ts';
import {StoreError} from '../store/store-error.ts';
import {remark} from '../tell-aside.ts';
import {print, takeKept} from './print.ts';
import {switches} from './switches.ts';

/** What a pager is told where nobody has told it otherwise, as git does: colours, and no screen of its own. */
const usualVariables = {LESS: 'FRX', LV: '-c'};

function rowsOf(text: string, columns: number): number {
  const lines = text.replace(/\n$/u, '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
}

/** Whether a text leaves no row for the shell's next line. */
function isLong(text: string): boolean {
  const {columns, rows} = process.stdout;
  // Some terminals do not say how large they are.
  return rowsOf(text, columns || 80) >= (rows || 24);
}

/** Why the text could not be shown by a pager; nothing where it was, also where that was left early. */
async function showInPager(text: string): Promise<string | undefined> {
  const command = pagerCommand();
  if (command === undefined) return '';
  // Ctrl+C is the pager's, which has the keys.
  const stopListening = onInterrupt(() => undefined);
  try {
    const answer = await callProgram({
      command,
      input: {text},
      isDrawing: true,
      environment: {...usualVariables, ...process.env},
    });
    return answer.type === 'not-started'
      ? `The pager "${command[0]}" could not be used. ${whyNotStarted(answer)}`
      : undefined;
  } finally {
    stopListening();
  }
}

/**
 * Prints what was kept: where it is longer than the terminal through the pager of this person, where it is
 * not, or there is none, as it is.
 */
export async function showKept(): Promise<void> {
  const text = takeKept();
  if (text === undefined || text === '') return;
  if (!switches().hasPager || !isLong(text)) {
    print(text);
    return;
  }
  let why: string | undefined;
  try {
    why = await showInPager(text);
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof StoreError)) throw error;
    why = error.message;
  }
  if (why === undefined) return;
  print(text);
  if (why !== '') remark(why);
}
