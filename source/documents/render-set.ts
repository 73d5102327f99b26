import type {Action} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {audiences, type Audience} from '../playbook/playbook.ts';
import {tellProgress, type OnProgress} from '../progress/told-progress.ts';
import {trackParts} from '../progress/track-parts.ts';
import {handoffCalendar, type CalendarOptions} from './calendar/handoff-calendar.ts';
import {calendarEvents, toldStates, type ToldState} from './calendar/told-events.ts';
import {setData} from './data/set-data.ts';
import type {DocumentName} from './document-names.ts';
import {toFormat, type DocumentFormat} from './document-formats.ts';
import {internalTexts, publicTexts} from './guard/internal-texts.ts';
import {requireNoInternalText} from './guard/require-no-internal-text.ts';
import {requireNoSecretShown} from './guard/require-no-secrets.ts';
import {followUpEmail, type FollowUpOptions} from './mail/follow-up-email.ts';
import {renderInvitation, type RenderedInvitation} from './render-invitation.ts';
import {renderMarkdown, type DocumentOptions, type Rendered} from './render-document.ts';
import {askedFiles, calendarFile, documentsIn, mailFile, pathOf} from './set-files.ts';
import {enclosed} from './mail/enclosed.ts';
import {setLinks} from './set-links.ts';
import {missingWords} from './words/missing-words.ts';
import type {FileContent} from './write-files.ts';
import type {FoundTemplate} from './templates/read-template.ts';

export interface SetOptions extends DocumentOptions {
  /** Which documents to write; all that the audience gets unless given. */
  readonly names?: readonly DocumentName[] | undefined;
  /** In which forms each is written; the usual ones unless given. */
  readonly formats?: readonly DocumentFormat[] | undefined;
  /** Files that are rendered besides, since they lie in the folder from an earlier writing. */
  readonly also?: readonly string[] | undefined;
  /** Files that stay beside them as they are, so that there is something to lead to. */
  readonly beside?: readonly string[] | undefined;
  /** The journal of the handoff. With it, the set has the calendar and the follow-up e-mail too. */
  readonly journal?: readonly Action[] | undefined;
  /** Where PDFs look for fonts that the program lacks; the folders of the system unless given. */
  readonly fontFolders?: readonly string[] | undefined;
  readonly calendar?: CalendarOptions | undefined;
  readonly mail?: Pick<FollowUpOptions, 'from' | 'to' | 'cc' | 'attachments'> | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Files by their path within the set, such as `customer/session-papers.md`. */
export interface DocumentSet {
  readonly files: ReadonlyMap<string, FileContent>;
  /** The templates used that are not the program's own. */
  readonly ownTemplates: readonly FoundTemplate[];
  /** What the writer is to be told, such as characters that no font has. */
  readonly remark: string | undefined;
}

/**
 * The dates of an audience as a file; nothing where there are none, since a calendar cannot be empty.
 * That of the customer is guarded like their documents.
 */
async function renderDates(
  handoff: Handoff,
  {journal, calendar, now}: SetOptions,
  audience: Audience,
  told: readonly ToldState[],
): Promise<string | undefined> {
  if (!journal) return undefined;
  const events = calendarEvents(handoff, journal, {now, audience}, told);
  const all = [...events, ...(calendar?.more ?? [])];
  if (all.length === 0) return undefined;
  if (audience === 'customer') {
    const text = all.flatMap((event) => [event.title, event.description, event.location]);
    const guarded = {document: calendarFile(audience), text: text.join('\n')};
    requireNoInternalText(guarded, internalTexts(handoff), publicTexts(handoff));
  }
  return handoffCalendar(handoff, journal, {...calendar, events, now, audience});
}

/** The calendars among the files that are wanted, as far as there are dates. */
async function renderCalendars(
  handoff: Handoff,
  options: SetOptions,
  wanted: readonly string[],
  told: readonly ToldState[],
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const audience of audiences) {
    const file = calendarFile(audience);
    if (!wanted.includes(file)) continue;
    const text = await renderDates(handoff, options, audience, told);
    if (text !== undefined) made.set(file, text);
  }
  return made;
}

/** What the writer is to be told, in one line. */
function remarkOf(invitation: readonly string[], fonts: string | undefined) {
  const remarks = [...invitation, ...(fonts === undefined ? [] : [fonts])];
  return remarks.length === 0 ? undefined : remarks.join(' ');
}

/** The invitation as it is sent goes with its text. */
async function renderInvitations(
  handoff: Handoff,
  {journal, now}: SetOptions,
  rendered: ReadonlyMap<string, Rendered>,
  told: readonly ToldState[],
): Promise<RenderedInvitation> {
  const text = rendered.get(pathOf('customer', 'invitation'))?.text;
  if (!journal || text === undefined) return {files: new Map(), remarks: []};
  return renderInvitation({handoff, journal, told, now}, text);
}

/**
 * Renders a set of documents; nothing is written.
 *
 * @throws {TemplateError | InternalTextError} as `renderFile` does.
 * @throws {DocumentSecretError} when a document would show a secret.
 */
export async function renderSet(handoff: Handoff, options: SetOptions): Promise<DocumentSet> {
  const {journal, mail, also = [], beside = [], fontFolders, onProgress} = options;
  const wanted = [...new Set([...askedFiles(handoff, options), ...also])];
  const told = toldStates(journal ?? []);
  const dates = await renderCalendars(handoff, options, wanted, told);
  const isThere = (file: string) => !file.endsWith('.ics') || dates.has(file);
  const there = [...new Set([...wanted.filter(isThere), ...beside])];
  const rendered = new Map<string, Rendered>();
  const files = new Map<string, FileContent>();
  const missing = new Set<number>();
  const onMissing = (codePoints: readonly number[]) => {
    for (const codePoint of codePoints) missing.add(codePoint);
  };
  const documents = documentsIn(wanted);
  const parts = documents.flatMap(({name, formats}) =>
    formats.map((format) => ({name: `${name}.${format}`, kind: format})),
  );
  const tracked = trackParts(parts);
  let part = 0;
  for (const {audience, name, formats} of documents) {
    const set = name === 'index' ? setData(there, audience) : undefined;
    const document = await renderMarkdown(name, handoff, {...options, audience, set});
    const links = setLinks(there, audience);
    rendered.set(pathOf(audience, name), document);
    const page = formats.includes('html') ? `${name}.html` : undefined;
    for (const format of formats) {
      const isLinked = name !== 'index' && name !== 'invitation';
      const below = isLinked ? links.below(name, format) : '';
      const text = links.inFormat(document.text, format) + below;
      tracked.start(part);
      await tellProgress(onProgress, tracked.now());
      files.set(
        pathOf(audience, `${name}.${format}`),
        await toFormat(text, format, {
          now: options.now,
          page,
          beside: links.beside,
          fontFolders,
          onMissing,
        }),
      );
      tracked.finish(part);
      part += 1;
    }
  }
  if (journal && wanted.includes(mailFile)) {
    const letter = await followUpEmail(handoff, {
      ...options,
      ...enclosed(handoff, new Map([...files, ...dates])),
      ...mail,
    });
    rendered.set(mailFile, letter);
    // What is attached was looked at where it lies, so the file is no text to look through again.
    files.set(mailFile, Buffer.from(letter.eml));
  }
  const invitation = await renderInvitations(handoff, options, rendered, told);
  for (const [file, text] of [...dates, ...invitation.files]) files.set(file, text);
  const texts = new Map([...rendered].map(([name, {text}]) => [name, text]));
  await requireNoSecretShown(handoff, new Map([...texts, ...dates]), onProgress);
  const used = new Map([...rendered.values()].map(({template}) => [template.file, template]));
  return {
    files,
    ownTemplates: [...used.values()].filter(({origin}) => origin !== 'built-in'),
    remark: remarkOf(invitation.remarks, missingWords([...missing])),
  };
}
