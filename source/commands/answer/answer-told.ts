import {demonstrationResults} from '../../handoff/model/demonstration.ts';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {signOffDecisions} from '../../handoff/model/sign-off.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {demonstrationEntry} from '../../services/kit/demonstration-entry.ts';
import {entryWords} from '../../services/kit/kit-words.ts';
import {openKitOr} from '../../services/kit/open-kit.ts';
import {addEntry, readReceived, withdrawLast} from '../../services/kit/received.ts';
import {findOne} from '../changes/find-one.ts';
import {remark} from '../../tell-aside.ts';
import {print} from '../print.ts';
import {exitCodes} from '../report-error.ts';

export interface KitNaming {
  readonly kit?: string;
}

export interface AskOptions extends KitNaming {
  readonly about?: string;
}

export interface DemonstrateOptions extends KitNaming {
  readonly remark?: string;
  readonly minutes?: string;
}

export interface DecideOptions extends KitNaming {
  readonly role: string;
  readonly condition?: readonly string[];
  readonly remarks?: string;
}

function oneOf<Word extends string>(words: readonly Word[], said: string): Word {
  const found = words.find((word) => word === said);
  if (found) return found;
  throw new Problem(`"${said}" is none of ${words.join(', ')}.`, 'Nothing was written.');
}

async function add(
  {kit}: KitNaming,
  make: (received: ReturnType<typeof readReceived>) => AnswerEntry,
): Promise<number> {
  const context = await readContext();
  const opened = await openKitOr(context.home, kit);
  const entry = make(readReceived(context, opened));
  const {received, notice} = await addEntry(context, opened, entry);
  const kept = received.receiving.entries.at(-1) ?? entry;
  print(`${opened.kit.handoff}: ${entryWords(received, kept)}`);
  if (notice !== undefined) remark(notice);
  tellNameNotice(context);
  return exitCodes.good;
}

function minutesOf(said: string | undefined): number {
  if (said === undefined) return 0;
  const minutes = Number(said);
  if (Number.isFinite(minutes) && minutes >= 0 && minutes <= 24 * 60) return minutes;
  throw new Problem(`"${said}" is no number of minutes.`, 'Type one, such as 12.');
}

/** Says how a task went that was performed alone. */
export async function demonstrate(
  task: string,
  how: string,
  {remark, minutes, ...naming}: DemonstrateOptions,
): Promise<number> {
  const result = oneOf(demonstrationResults, how);
  const length = minutesOf(minutes) * 60_000;
  return add(naming, ({opened: {kit}}) => {
    const all = kit.demonstrations.map(({item, text}) => ({id: item, text}));
    const listedBy = '"handoff-wizard open" lists them.';
    const {id} = findOne(all, task, {what: 'demonstration', listedBy});
    const startedAt = new Date(Date.now() - length).toISOString();
    return demonstrationEntry(kit, {item: id, startedAt, result, ...(remark ? {remark} : {})});
  });
}

/** Asks those who handed it over. */
export async function ask(text: string, {about, ...naming}: AskOptions): Promise<number> {
  if (text.trim() === '') throw new Problem('Nothing is asked.', 'Write the question.');
  const at = new Date().toISOString();
  return add(naming, () => ({kind: 'question', at, text, ...(about ? {about} : {})}));
}

/** Answers a question of the kit in the receiver's own words. */
export async function say(query: string, said: string, naming: KitNaming): Promise<number> {
  const at = new Date().toISOString();
  return add(naming, ({opened: {kit}}) => {
    const listedBy = '"handoff-wizard open" lists them.';
    const {id, text} = findOne(kit.questions, query, {what: 'question', listedBy});
    return {kind: 'teach-back', at, question: id, asked: text, said};
  });
}

/** Accepts or declines what the kit shows. */
export async function decide(
  said: string,
  {role, condition = [], remarks, ...naming}: DecideOptions,
): Promise<number> {
  const decision = oneOf(signOffDecisions, said);
  const at = new Date().toISOString();
  return add(naming, () => ({
    kind: 'decision',
    at,
    decision,
    role,
    ...(condition.length > 0 ? {conditions: [...condition]} : {}),
    ...(remarks ? {remarks} : {}),
  }));
}

/** Takes the last thing back that was answered here. */
export async function undoAnswer({kit}: KitNaming): Promise<number> {
  const context = await readContext();
  const opened = await openKitOr(context.home, kit);
  const received = readReceived(context, opened);
  const taken = await withdrawLast(context, opened);
  if (!taken)
    throw new Problem('Nothing was answered to this kit.', 'There is nothing to take back.');
  print(`${opened.kit.handoff}: taken back: ${entryWords(received, taken)}`);
  return exitCodes.good;
}
