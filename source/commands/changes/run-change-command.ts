import {randomUUID} from 'node:crypto';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {changeWords} from '../../handoff/changes/change-words.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {readContext, tellNameNotice, type Context} from '../../services/context.ts';
import {appendTo, judgeChanges} from '../../store/append-changes.ts';
import type {Folded, HandoffReader} from '../../store/snapshot.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson, printRemark} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import type {ChangeCommand} from './change-command.ts';
import {makers} from './makers/registry.ts';
import {changesByFields} from './read-values.ts';
import {withStandardInput} from './standard-input.ts';
import type {Typed} from './typed.ts';

/** More changes are never made by one command. */
const most = 16;

interface Recorded {
  readonly before: Handoff;
  readonly changes: readonly Change[];
  readonly ids: readonly string[];
  readonly notice: string | undefined;
}

interface Writing {
  readonly context: Context;
  readonly isDry: boolean;
  readonly decide: (folded: Folded, idOf: (index: number) => string) => readonly Change[];
}

/** Writes what is decided for the handoff as it is at that moment, or only asks the rules. */
export async function recordChanges(
  reader: HandoffReader,
  {context: {home, actor}, isDry, decide}: Writing,
): Promise<Recorded> {
  const ids = Array.from({length: most}, () => randomUUID());
  let before = reader.snapshot().handoff;
  let changes: readonly Change[] = [];
  const request = {
    home,
    id: before.id,
    actor,
    ids,
    decide(folded: Folded) {
      before = folded.handoff;
      changes = decide(folded, (index) => ids[index] ?? '');
      return changes;
    },
  };
  const {notice} = await (isDry ? judgeChanges : appendTo)(reader, request);
  return {before, changes, ids, notice};
}

interface Telling {
  readonly isDry: boolean;
  readonly isJson: boolean;
  /** Whether the id of the first is said, by which it goes from then on. */
  readonly namesIt?: boolean;
  /** What a person reads of it; the words of the changes, where not given. */
  readonly line?: string;
  /** What the JSON has besides. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Says what was recorded, or would be. */
export function tellRecorded(
  {before, changes, ids, notice}: Recorded,
  {isDry, isJson, namesIt = false, line, more}: Telling,
): void {
  const told = changes.map((change, index) => ({
    ...(isDry ? {} : {id: ids[index]}),
    type: change.type,
    words: changeWords(before, change),
  }));
  if (isJson) {
    const noticed = notice === undefined ? {} : {notice};
    printJson({handoff: before.id, isDryRun: isDry, changes: told, ...noticed, ...more});
    return;
  }
  const words = line ?? told.map((one) => one.words).join('; ');
  const id = namesIt && !isDry ? ` <${ids[0]}>` : '';
  const lead = isDry
    ? 'would be recorded, nothing written: '
    : line === undefined
      ? 'recorded '
      : '';
  print(`${before.id}: ${lead}${words}${id}`);
  if (notice !== undefined) printRemark(notice);
}

/**
 * Runs a command that is made of its data: reads what was typed for the handoff that is meant, and records it
 * by the rules that hold for every face.
 *
 * @throws {Problem} when something typed cannot be read or the rules refuse it; nothing is written then
 */
export async function runChangeCommand(command: ChangeCommand, asked: Typed): Promise<number> {
  const typed = await withStandardInput(asked);
  const context = await readContext();
  const {dryRun, json, handoff} = typed.options;
  const [isDry, isJson] = [dryRun === true, json === true];
  const naming = typeof handoff === 'string' ? {handoff} : {};
  const reader = await chooseReader(context.home, naming, 'acts');
  const make = command.maker && makers[command.maker];
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide(folded, idOf) {
      const now = new Date().toISOString();
      const today = dayIn(folded.handoff.timeZone, now);
      const moment = {...folded, now, today, actor: context.actor};
      return make ? make({command, typed, moment, idOf}) : changesByFields(command, typed, moment);
    },
  });
  tellRecorded(recorded, {isDry, isJson, ...(command.namesIt ? {namesIt: true} : {})});
  if (!isDry) tellNameNotice(context);
  return exitCodes.good;
}
