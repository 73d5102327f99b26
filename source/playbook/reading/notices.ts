import {emptyText} from './entries.ts';
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

/** What a reader of the playbook should know before relying on it. */
export function noticesFor(phases: readonly Phase[]): Notice[] {
  const empty = allItems({phases}).filter(({item}) => item.text === emptyText);
  return [
    ...stepsOf({phases}).flatMap(({step}) => agendaNotice(step)),
    ...empty.map(({item}) => ({message: 'An entry has no text.', position: item.position})),
  ];
}
