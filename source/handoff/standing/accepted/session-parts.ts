import {noteAudience} from '../../audience/audience-of.ts';
import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import type {Session, SessionNote} from '../../model/session.ts';
import {partId, type AcceptedPart} from './accepted-part.ts';
import {digester} from '../digest.ts';

const ofNote = digester(({kind, text}: SessionNote) => ({kind, text}));

const ofAnswer = digester(({answer}: SessionNote) => answer);

const ofSession = digester((session: Session) => {
  const {notes: _, timeMoves: _moves, parts, ...held} = session;
  return {...held, parts: parts.map(({startedAt, endedAt}) => ({startedAt, endedAt}))};
});

export function sessionParts({playbook, session}: Handoff): AcceptedPart[] {
  const {notes, startedAt} = session;
  const agenda = placeOn(playbook, 'agenda');
  const held: AcceptedPart[] = startedAt
    ? [
        {
          id: 'session',
          subject: 'the record of the session',
          digest: ofSession(session),
          happened: 'was changed',
          ...(agenda ? {place: agenda} : {}),
        },
      ]
    : [];
  const said = notes
    .filter((note) => noteAudience(note) === 'customer')
    .flatMap((note): AcceptedPart[] => {
      const place = placeOn(playbook, 'agenda', {kind: 'note', id: note.id});
      const about = {
        subject: `the ${note.kind} "${note.text}"`,
        by: note.by,
        ...(place ? {place} : {}),
      };
      return [
        {
          id: partId('note', note.id),
          digest: ofNote(note),
          happened: 'was noted',
          at: note.at,
          ...about,
        },
        ...(note.answer === undefined
          ? []
          : [
              {
                id: partId('answer', note.id),
                ...about,
                digest: ofAnswer(note),
                happened: 'got another answer',
                settles: 'when new' as const,
              },
            ]),
      ];
    });
  return [...held, ...said];
}
