import type {JournalMark, MarkReading} from '../model/journal-mark.ts';
import {dayIn} from '../time/schedule.ts';

/** A mark in a sentence or two. Nobody is called a liar: what stands against it is said. */
export function markWords(
  {reading, words, at, by, message, with: other}: JournalMark,
  timeZone: string,
): string {
  const said = `${words} by ${by} on ${dayIn(timeZone, at)}`;
  switch (reading) {
    case 'against':
      return `Recorded against the rules, without effect: ${said}. ${message}`;
    case 'crossed':
      return `${other ? `Crossed with ${other.words} by ${other.by}` : 'Crossed with a line that is missing'}: ${said}. ${message}`;
    case 'before':
      return `Recorded before this rule: ${said}. ${message}`;
  }
}

/** All marks in words. What was written before there were rules is many lines, so it is counted. */
export function marksInWords(
  marks: readonly JournalMark[],
  timeZone: string,
): readonly {readonly reading: MarkReading; readonly text: string}[] {
  const told = (reading: MarkReading) =>
    marks
      .filter((mark) => mark.reading === reading)
      .map((mark) => ({reading, text: markWords(mark, timeZone)}));
  const [first, ...more] = told('before');
  const count = more.length > 0 ? ` So were ${more.length} more.` : '';
  return [
    ...told('against'),
    ...told('crossed'),
    ...(first ? [{...first, text: `${first.text}${count} What is so recorded stays.`}] : []),
  ];
}
