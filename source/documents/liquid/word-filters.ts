import type {Liquid} from 'liquidjs';
import type {Due} from '../../handoff/time/schedule.ts';
import {minutesWords} from '../../handoff/time/wording.ts';
import type {Minutes} from '../../playbook/playbook.ts';
import {numbered} from '../words/numbered.ts';
import {plural} from '../words/plural.ts';
import {sentence} from '../words/sentence.ts';
import {shortened} from '../words/shortened.ts';
import {dayWords, dueWords, durationWords, timeWords} from '../words/times.ts';

/** Any value as text: lists with semicolons, what is not there as nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  return JSON.stringify(value) ?? '';
}

/** Filters that put values into words; what they give is text and gets escaped like any other. */
function wordFilters(
  timeZone: string,
): Record<string, (value: unknown, ...args: unknown[]) => string> {
  return {
    time: (value) => timeWords(textOf(value), timeZone),
    // Instead of the one of liquidjs, which knows the word "now" and the machine's own zone.
    date: (value) => dayWords(textOf(value), timeZone),
    due: (value) => (value ? dueWords(value as Due, timeZone) : ''),
    duration: (value) => (typeof value === 'number' ? durationWords(value) : ''),
    minutes: (value) => (value ? minutesWords(value as Minutes) : ''),
    numbered: (value) => (Array.isArray(value) ? numbered(value.map(textOf)) : textOf(value)),
    sentence: (value) => sentence(textOf(value)),
    shortened: (value, most) => shortened(textOf(value), Number(most)),
    plural: (value, one, many) =>
      plural(Number(value), textOf(one), many === undefined ? undefined : textOf(many)),
  };
}

/** Adds them to an engine that renders one document, with times in the zone given. */
export function registerWordFilters(liquid: Liquid, timeZone: string): void {
  for (const [name, handler] of Object.entries(wordFilters(timeZone)))
    liquid.registerFilter(name, handler);
}
