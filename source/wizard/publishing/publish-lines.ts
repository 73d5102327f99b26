import type {Handoff} from '../../handoff/model/handoff.ts';
import {
  fetchedLine,
  sendingLine,
  type AnswerWords,
} from '../../services/publishing/sending-words.ts';
import type {Fetched} from '../../services/publishing/fetch-states.ts';
import type {Publication} from '../../services/publishing/publication.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {line, span, wrapLines, type Line} from '../list/line.ts';

const readers = {customer: 'the customer reads it', internal: 'the own team reads it'} as const;

const byKey: AnswerWords = {asks: 'a says it.', refused: 'a says what is to become of it.'};

/** A line with the blanks that it begins with, also where it has to be broken. */
export function indented(text: string, width: number): readonly Line[] {
  const blanks = Math.min(text.length - text.trimStart().length, Math.floor(width / 2));
  const words = text.trimStart();
  if (words === '') return [[]];
  return wrapLines(words, width - blanks).map((broken) => [span(' '.repeat(blanks)), ...broken]);
}

/** How somebody begins who has no targets yet. */
function startLines(width: number): readonly Line[] {
  return [
    ...wrapLines('No target is named for this handoff, so there is nowhere to send to.', width),
    [],
    ...wrapLines(
      'A targets file says where the outcome, the open points and the documents go: a chat room, an issue of GitHub, GitLab or Jira, a note in HubSpot, fields of Salesforce, a wiki, or a command of your own.',
      width,
    ),
    [],
    ...wrapLines(
      'e begins one from an example and opens it in your editor. Nothing is sent by it: what would be sent is shown here first.',
      width,
    ),
  ];
}

/** What a person is to know before anything else: that nobody has trusted the file, and where it sends. */
function trustLines({targets}: Publication, width: number): readonly Line[] {
  const own = targets.filter(({isTrusted}) => !isTrusted);
  const [first] = own;
  if (!first) return [];
  return [
    ...wrapLines(
      `Nobody has trusted this content of ${first.file.path} on this machine. T does, once you have read it.`,
      width,
      'warning',
    ),
    ...own.flatMap(({name, integration, spec}) =>
      indented(`  ${name} (${integration.word}) ${showControls(integration.goesTo(spec))}`, width),
    ),
    [],
  ];
}

function fetchedLines(
  handoff: Handoff,
  fetched: readonly Fetched[] | undefined,
  width: number,
): readonly Line[] {
  if (!fetched) return [];
  return [
    line('Fetched', 'heading'),
    ...(fetched.length === 0 ? [line('Nothing was closed or opened there.', 'muted')] : []),
    ...fetched.flatMap((one) =>
      wrapLines(fetchedLine(handoff, one), width, one.isTaken ? 'success' : 'warning'),
    ),
    [],
  ];
}

/** How much Enter sends, where that does not fit on a screen. */
function countLines(due: Publication['previews'], width: number): readonly Line[] {
  if (due.length < 2) return [];
  const names = [...new Set(due.map(({target}) => target.name))].join(', ');
  return [...wrapLines(`${due.length} sendings, to ${names}:`, width), []];
}

/** All that would be sent, exactly, and what waits for its time or for a person. */
export function publicationLines(
  handoff: Handoff,
  publication: Publication,
  {fetched, now}: {readonly fetched: readonly Fetched[] | undefined; readonly now: string},
  width: number,
): readonly Line[] {
  const {targets, previews, orphans} = publication;
  const due = previews.filter(({isDue}) => isDue);
  const waiting = previews.filter(({isDue}) => !isDue).map(({sending}) => sending);
  const told = [
    ...waiting.map((sending) => sendingLine(handoff, sending, now, byKey)),
    ...orphans.map(
      (sending) =>
        `${sendingLine(handoff, sending, now, byKey)} No target is called so any more: name one so, or drop it with a.`,
    ),
  ];
  return [
    ...fetchedLines(handoff, fetched, width),
    ...(targets.length === 0 ? startLines(width) : []),
    ...trustLines(publication, width),
    ...(told.length === 0 ? [] : [line('In the outbox', 'heading')]),
    ...told.flatMap((text) => wrapLines(text, width, 'warning')),
    ...(told.length === 0 ? [] : [[]]),
    ...(due.length === 0 && targets.length > 0
      ? [
          line(
            waiting.length === 0 ? 'Every target has what is so.' : 'Nothing else is to be sent.',
            'muted',
          ),
        ]
      : []),
    ...countLines(due, width),
    ...due.flatMap(({target, sending, shown}) => [
      ...wrapLines(
        `${target.name}: ${sending.title} · ${readers[target.audience]}`,
        width,
        'heading',
      ),
      ...shown.flatMap((text) => indented(showControls(text), width)),
      [],
    ]),
  ];
}
