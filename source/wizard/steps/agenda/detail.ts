import {noteAudience} from '../../../handoff/audience/audience-of.ts';
import type {SessionNote} from '../../../handoff/model/session.ts';
import {timeWords} from '../../../handoff/time/wording.ts';
import {line, wrapLines, type Line} from '../../list/line.ts';
import type {View} from '../../view.ts';

const readers: Readonly<Record<SessionNote['kind'], string>> = {
  note: 'Printed in the session summary.',
  question: 'Printed in the handoff document, and followed up until it is answered.',
  action: 'Printed in the handoff document, and followed up as an open point.',
};

/** What is known of something logged. */
export function noteLines({handoff, step}: View, note: SessionNote, width: number): Line[] {
  const {kind, at, by, text, block} = note;
  const title = step.items.find(({id}) => id === block)?.text;
  const during = title === undefined ? '' : `, during ${title}`;
  return [
    ...wrapLines(`${timeWords(at, handoff.timeZone)}, by ${by}${during}`, width, 'muted'),
    ...wrapLines(text, width),
    ...wrapLines(
      noteAudience(note) === 'internal'
        ? 'Internal: it never reaches the customer.'
        : readers[kind],
      width,
      'muted',
    ),
    ...(note.answer === undefined && kind === 'question'
      ? [line('No answer yet.', 'warning')]
      : []),
  ];
}
