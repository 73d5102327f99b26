import {takeBox} from './boxes.ts';
import {takeClock} from './clock-times.ts';
import {takeMinutes} from './minutes.ts';
import {readLine} from './optional.ts';
import {takeAssigned} from './owner-and-due.ts';

export const emptyText = '(empty entry)';

/** What the words of a line say of the entry: all but its place and what stands below it. */
export function readWords(words: string) {
  const box = takeBox(words);
  const said = box ? box.rest : words;
  const {text: plain, ...assigned} = takeAssigned(said);
  const text = plain === '' ? emptyText : plain;
  const clock = takeClock(text);
  const length = clock?.minutes ? {text: clock.text, minutes: clock.minutes} : takeMinutes(text);
  const timed =
    length && length.text !== '' ? {...readLine(length.text), minutes: length.minutes} : undefined;
  return {...readLine(text), ...assigned, mark: box?.mark, timed, clock};
}
