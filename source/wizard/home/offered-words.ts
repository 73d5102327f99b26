import path from 'node:path';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords, spanWords} from '../../handoff/time/wording.ts';
import {wrapLines, type Line} from '../list/line.ts';
import type {OfferedHandoff} from './use-offered.ts';

/** What it is called: customer and system, once they are read. */
export function offeredTitle({id, said}: OfferedHandoff): string {
  return said ? `${said.customer} · ${said.system}` : id;
}

/** `last change 2 h ago by Mina Okafor`; its own words, so nothing where it says a time to come. */
export function lastChangeWords({said}: OfferedHandoff, now: string): string {
  if (!said) return '';
  const ago = Date.parse(now) - Date.parse(said.lastAt);
  if (!(ago >= 0)) return `last change by ${said.lastBy}`;
  return `last change ${ago < 60_000 ? 'just now' : `${spanWords(ago)} ago`} by ${said.lastBy}`;
}

/** So many people are named. */
const most = 6;

/** All that can be said of it before it is taken in, as what it is: the word of whoever wrote it. */
export function aboutOffered(offered: OfferedHandoff, now: string, width: number): Line[] {
  const {id, folder, said} = offered;
  const people = (said?.people ?? []).map(({name, changes}) => `${name} (${changes})`);
  const more = people.length > most ? `, and ${people.length - most} more` : '';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const told = said
    ? [
        `Begun by ${said.begunBy}; ${lastChangeWords(offered, now)}, ${dateWords(dayIn(zone, said.lastAt), '')}.`,
        `Changes by ${people.slice(0, most).join(', ')}${more}.`,
      ]
    : ['It could not be read, or does not say how it began.'];
  return [
    ...wrapLines(`Shared in ${path.join(folder, '.handoff', id)}.`, width),
    ...told.flatMap((words) => wrapLines(words, width)),
    [],
    ...wrapLines(
      'It comes from elsewhere: whoever can write there can write under any name. Taking it in runs nothing and sends nothing.',
      width,
      'muted',
    ),
    ...wrapLines(`Its workspace here is ${folder}.`, width, 'muted'),
  ];
}
