import type {Handoff} from '../../handoff/model/handoff.ts';
import {colleaguesNews, lastLook} from '../../handoff/news/colleagues-news.ts';
import {toldActions, toldWords, type ToldAction} from '../../handoff/news/told-actions.ts';
import {plainName} from '../../handoff/rules/people/same-person.ts';
import {readDate} from '../../handoff/time/dates.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords, timeWords} from '../../handoff/time/wording.ts';
import {Problem} from '../../problem.ts';
import {readIdentity} from '../../services/identity.ts';
import {keepLook} from '../../store/progress/keep-progress.ts';
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
  /** Only what colleagues did since one was last here. */
  readonly new?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

function firstDay(since: string | undefined, today: string): string | undefined {
  if (since === undefined) return undefined;
  const reading = readDate(since, today, 'back');
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem);
}

/** Lines below a heading for each day. */
function linesOf(handoff: Handoff, all: readonly ToldAction[]): string[] {
  const {timeZone} = handoff;
  const people = widest(all.map(({action}) => action.actor));
  let day = '';
  return all.flatMap((told) => {
    const {at, actor} = told.action;
    const date = dayIn(timeZone, at);
    const heading = date === day ? [] : [...(day === '' ? [] : ['']), dateWords(date, '')];
    day = date;
    const when = timeWords(at, timeZone);
    return [...heading, `  ${when}  ${padCells(actor, people)}  ${toldWords(handoff, told)}`];
  });
}

/** Ids of what colleagues did since this person last looked. */
async function newIds(home: string, snapshot: Snapshot) {
  const {journal} = snapshot;
  const {name: actor} = await readIdentity(home);
  return new Set(
    colleaguesNews(journal, lastLook(journal, {actor, ...snapshot})).map((action) => action.id),
  );
}

/** Prints the journal of a handoff in words. */
export async function log(id: string | undefined, options: LogOptions): Promise<number> {
  const naming = {...options, ...(id === undefined ? {} : {id})};
  const home = storeHome();
  const snapshot = await chooseSnapshot(home, naming, 'reads');
  const {handoff} = snapshot;
  const {timeZone} = handoff;
  const from = firstDay(options.since, dayIn(timeZone, new Date().toISOString()));
  const person = options.person === undefined ? undefined : plainName(options.person);
  const wanted = options.new ? await newIds(home, snapshot) : undefined;
  const found = toldActions(snapshot).filter(
    ({action: {id: action, at, actor}}) =>
      (wanted === undefined || wanted.has(action)) &&
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
  // What was shown whole, and to a person, was seen.
  const isAll = from === undefined && person === undefined && !options.json;
  if (options.new && isAll) await keepLook(home, handoff.id, snapshot.heads);
  return exitCodes.good;
}
