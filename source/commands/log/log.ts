import type {Action} from '../../handoff/changes/catalogue.ts';
import {actionPlace} from './action-place.ts';
import {changeWords} from '../../handoff/changes/change-words.ts';
import {extendFold, foldAll} from '../../handoff/changes/fold.ts';
import {undoneIds} from '../../handoff/changes/undo.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Place} from '../../handoff/model/place.ts';
import {plainName} from '../../handoff/rules/people/same-person.ts';
import {readDate} from '../../handoff/time/dates.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords, timeWords} from '../../handoff/time/wording.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import type {Snapshot} from '../../store/snapshot.ts';
import {chooseSnapshot} from '../choose-handoff.ts';
import {padCells, widest} from '../aligned-rows.ts';
import {printJson, printLines} from '../print.ts';
import {printedPlace} from '../printed-place.ts';
import {exitCodes} from '../report-error.ts';

export interface LogOptions {
  readonly since?: string;
  readonly person?: string;
  readonly json?: boolean;
  readonly handoff?: string;
}

interface Told {
  readonly action: Action;
  readonly words: string;
  readonly place: Place | undefined;
  readonly isTakenBack: boolean;
  readonly hasEffect: boolean;
}

/** An action in words as they fit the handoff at that time; what takes back names what it took. */
function wordsOf(before: Handoff, action: Action, told: ReadonlyMap<string, Told>): string {
  if (action.type !== 'undone') return changeWords(before, action);
  const target = told.get(action.action);
  const reason = action.reason === undefined ? '' : `, because: ${action.reason}`;
  return target?.action.type === 'undone'
    ? `put back: ${target.words.replace(/^took back: /u, '')}`
    : `took back: ${target?.words ?? 'something'}${reason}`;
}

/** Every action of a journal in words, each as the handoff stood before it. */
function tell({journal, setAside}: Snapshot): readonly Told[] {
  const undone = undoneIds(journal);
  const without = new Set(setAside.map(({action}) => action.id));
  const told = new Map<string, Told>();
  let fold = foldAll(journal.slice(0, 1));
  for (const [index, action] of journal.entries()) {
    const before = fold.handoff;
    if (index > 0) fold = extendFold(fold, journal.slice(0, index + 1), [action]);
    told.set(action.id, {
      action,
      words: wordsOf(before, action, told),
      place: actionPlace(before, action) ?? actionPlace(fold.handoff, action),
      isTakenBack: undone.has(action.id),
      hasEffect: !without.has(action.id),
    });
  }
  return [...told.values()];
}

function firstDay(since: string | undefined, today: string): string | undefined {
  if (since === undefined) return undefined;
  const reading = readDate(since, today, 'back');
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem);
}

/** Lines below a heading for each day. */
function linesOf({timeZone, playbook}: Handoff, all: readonly Told[]): string[] {
  const titles = new Map(stepsOf(playbook).map(({step}) => [step.id, step.title]));
  const people = widest(all.map(({action}) => action.actor));
  let day = '';
  return all.flatMap(({action: {at, actor, arrival}, words, place, isTakenBack, hasEffect}) => {
    const date = dayIn(timeZone, at);
    const heading = date === day ? [] : [...(day === '' ? [] : ['']), dateWords(date, '')];
    day = date;
    const where = place && titles.get(place.step);
    const came = arrival ? ` (in an answer, imported by ${arrival.by})` : '';
    const remark = `${came}${isTakenBack ? ' (taken back)' : hasEffect ? '' : ' (without effect)'}`;
    return [
      ...heading,
      `  ${timeWords(at, timeZone)}  ${padCells(actor, people)}  ${where === undefined ? '' : `${where}: `}${words}${remark}`,
    ];
  });
}

/** Prints the journal of a handoff in words. */
export async function log(id: string | undefined, options: LogOptions): Promise<number> {
  const naming = {...options, ...(id === undefined ? {} : {id})};
  const snapshot = chooseSnapshot(storeHome(), naming, 'reads');
  const {handoff} = await snapshot;
  const {timeZone} = handoff;
  const from = firstDay(options.since, dayIn(timeZone, new Date().toISOString()));
  const person = options.person === undefined ? undefined : plainName(options.person);
  const found = tell(await snapshot).filter(
    ({action: {at, actor}}) =>
      (from === undefined || dayIn(timeZone, at) >= from) &&
      (person === undefined || plainName(actor).includes(person)),
  );
  if (options.json)
    printJson({
      handoff: handoff.id,
      actions: found.map(({action, place, ...rest}) => ({
        id: action.id,
        at: action.at,
        actor: action.actor,
        type: action.type,
        ...(action.arrival ? {arrival: action.arrival} : {}),
        ...rest,
        ...(place ? {place: printedPlace(place)} : {}),
      })),
    });
  else printLines(found.length === 0 ? ['Nothing was done that fits.'] : linesOf(handoff, found));
  return exitCodes.good;
}
