import {isInstant} from '../../handoff/changes/change-fields.ts';
import {readPastInstant} from '../../handoff/session/past-instant.ts';
import {reserve, won} from '../../handoff/session/agenda-budget.ts';
import {stepsOf} from '../../playbook/walk.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {Problem} from '../../problem.ts';
import {findOne} from './find-one.ts';
import {findPoint} from './find-named.ts';
import type {Reading} from './change-command.ts';
import type {Moment} from './typed.ts';

/** The blocks of every agenda of a handoff. */
export function blocksOf({playbook}: Pick<Handoff, 'playbook'>): Item[] {
  return stepsOf(playbook)
    .filter(({step}) => step.screen === 'agenda')
    .flatMap(({step}) => step.items);
}

/** A block of the agenda, or one of the two that give time and are none. */
export function findBlock(handoff: Handoff, query: string): string {
  const words: Readonly<Record<string, string>> = {reserve, won};
  const apart = words[query.trim().toLowerCase()];
  if (apart !== undefined) return apart;
  const all = blocksOf(handoff);
  const listedBy = `The blocks: ${all.map(({id}) => id).join(', ')}.`;
  return findOne(all, query, {what: 'block of the agenda', listedBy}).id;
}

/** When something was: an instant, `14:05` of today, or a day and a time in the handoff's zone. */
function readPast(text: string, {handoff: {timeZone}, today}: Moment): string {
  const said = text.trim();
  const whole = /^\d{1,2}:\d{2}$/u.test(said) ? `${today} ${said}` : said;
  const at = isInstant(said) ? new Date(said).toISOString() : readPastInstant(whole, timeZone);
  if (at !== undefined) return at;
  throw new Problem(
    `"${said}" is no time.`,
    `Write it as 14:05, or as "2026-06-24 14:05", in ${timeZone}.`,
  );
}

type Read = (text: string, moment: Moment) => unknown;

/** How typed words become a value, one by one; what needs more than its own words is left to its maker. */
export const readings: Readonly<Record<Reading, Read | undefined>> = {
  block: (text, {handoff}) => findBlock(handoff, text),
  'field values': undefined,
  length: undefined,
  'open point': (text, {handoff}) => findPoint(handoff, text),
  'past time': readPast,
  requirement: undefined,
  start: undefined,
};
