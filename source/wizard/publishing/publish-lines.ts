import type {Handoff} from '../../handoff/model/handoff.ts';
import {sendingLine} from '../../services/publishing/sending-words.ts';
import type {Publication} from '../../services/publishing/publication.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {line, span, wrapLines, type Line} from '../list/line.ts';

const readers = {customer: 'the customer reads it', internal: 'the own team reads it'} as const;

/** A line with the blanks that it begins with, also where it has to be broken. */
function indented(text: string, width: number): readonly Line[] {
  const blanks = Math.min(text.length - text.trimStart().length, Math.floor(width / 2));
  const words = text.trimStart();
  if (words === '') return [[]];
  return wrapLines(words, width - blanks).map((broken) => [span(' '.repeat(blanks)), ...broken]);
}

/** All that would be sent, exactly, and what waits for its time or for a person. */
export function publicationLines(
  handoff: Handoff,
  {targets, previews}: Publication,
  now: string,
  width: number,
): readonly Line[] {
  const due = previews.filter(({isDue}) => isDue);
  const others = previews.filter(({isDue}) => !isDue);
  return [
    ...(due.length === 0 ? [line('Nothing is to be sent now.', 'muted'), []] : []),
    ...due.flatMap(({target, sending, shown}) => [
      ...wrapLines(
        `${target.name}: ${sending.title} · ${readers[target.audience]}`,
        width,
        'heading',
      ),
      ...shown.flatMap((text) => indented(showControls(text), width)),
      [],
    ]),
    ...(others.length === 0 ? [] : [line('In the outbox', 'heading')]),
    ...others.flatMap(({sending}) =>
      wrapLines(sendingLine(handoff, sending, now), width, 'warning'),
    ),
    ...targets
      .filter(({isTrusted}) => !isTrusted)
      .slice(0, 1)
      .flatMap(({file}) =>
        wrapLines(
          `Nobody has trusted this content of ${file.path} on this machine.`,
          width,
          'warning',
        ),
      ),
  ];
}
