import type {Contradiction} from './contradiction.ts';
import {dayIn} from '../time/schedule.ts';

/** So many are told one by one. */
const most = 5;

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** A contradiction in a sentence or two: what each has said, and what stands. */
export function contradictionWords({about, answers}: Contradiction, timeZone: string): string {
  const told = answers.slice(-most).map(({says, by, at, isInForce}) => {
    const stands = isInForce ? ', which stands' : '';
    return `"${clip(says)}" by ${by} on ${dayIn(timeZone, at)}${stands}`;
  });
  const more = answers.length > most ? `; and ${answers.length - most} before these` : '';
  return `Answered in ${answers.length} ways apart, ${about}: ${told.join('; ')}${more}.`;
}

/** All of them in words, a sentence or two each; of many, how many more there are. */
export function contradictionsInWords(
  contradictions: readonly Contradiction[],
  timeZone: string,
): readonly string[] {
  const told = contradictions.slice(0, most).map((one) => contradictionWords(one, timeZone));
  const more = contradictions.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [`${more} more ${more === 1 ? 'was' : 'were'} answered in several ways.`] : []),
  ];
}
