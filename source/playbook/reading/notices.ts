import {emptyText} from '../pieces/entry-words.ts';
import type {Minutes, Notice, Phase, Step} from '../playbook.ts';
import {agendaMinutes, allItems, stepsOf} from '../walk.ts';

function words({min, max}: Minutes): string {
  return min === max ? `${min} min` : `${min} to ${max} min`;
}

function agendaNotice(step: Step): Notice[] {
  const sum = agendaMinutes(step);
  const {minutes} = step;
  if (step.screen !== 'agenda' || !minutes || sum.max === 0) return [];
  if (sum.min === minutes.min && sum.max === minutes.max) return [];
  const message = `${step.title} says ${words(minutes)}; its blocks add up to ${words(sum)}.`;
  return [{message, position: step.position}];
}

const startsDone = /a handoff starts with (?:it|them) done\.$/u;

/** Whether a notice tells of entries that are ticked in the file. */
export function isTickedNotice({message}: Notice): boolean {
  return startsDone.test(message);
}

function tickedNotice(phases: readonly Phase[]): Notice[] {
  const ticked = allItems({phases}).filter(({item}) => item.isChecked);
  const [first] = ticked;
  if (!first) return [];
  const message =
    ticked.length === 1
      ? '1 entry is ticked in the file; a handoff starts with it done.'
      : `${ticked.length} entries are ticked in the file; a handoff starts with them done.`;
  return [{message, position: first.item.position}];
}

/** What a reader of the playbook should know before relying on it. */
export function noticesFor(phases: readonly Phase[]): Notice[] {
  const empty = allItems({phases}).filter(({item}) => item.text === emptyText);
  return [
    ...stepsOf({phases}).flatMap(({step}) => agendaNotice(step)),
    ...empty.map(({item}) => ({message: 'An entry has no text.', position: item.position})),
    ...tickedNotice(phases),
  ];
}

/** Said of a phase whose title could mean the session or the time after it, and need not. */
export function doubtfulNotice({title, position}: Pick<Phase, 'title' | 'position'>): Notice {
  const message = `"${title}" is read as preparation; front matter can say another kind.`;
  return {message, position};
}

/** The notice of a file without anything to settle. */
export function pageNotice(): Notice {
  const message = 'There is nothing to tick in this file; it is read as one page.';
  return {message, position: {line: 1, column: 1}};
}

/** Said of headings that are no steps, since nothing stands below them. */
export function emptyHeadings(headings: readonly Pick<Phase, 'title' | 'position'>[]): Notice[] {
  const [first] = headings;
  if (!first) return [];
  const titles = headings.map(({title}) => title).join(', ');
  const message =
    headings.length === 1
      ? `Nothing stands below "${titles}", so it is no step.`
      : `Nothing stands below ${headings.length} headings, so they are no steps: ${titles}.`;
  return [{message, position: first.position}];
}
