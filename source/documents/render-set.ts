import type {Action} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {handoffCalendar, type CalendarOptions} from './calendar/handoff-calendar.ts';
import {handoffEvents} from './calendar/handoff-events.ts';
import type {DocumentName} from './document-names.ts';
import {toFormat, type DocumentFormat} from './document-formats.ts';
import {internalTexts, publicTexts} from './guard/internal-texts.ts';
import {requireNoInternalText} from './guard/require-no-internal-text.ts';
import {requireNoSecretShown} from './guard/require-no-secrets.ts';
import {followUpEmail, type FollowUpOptions} from './mail/follow-up-email.ts';
import {renderMarkdown, type DocumentOptions, type Rendered} from './render-document.ts';
import {askedFiles, calendarFile, documentsIn, mailFile} from './set-files.ts';
import type {FileContent} from './write-files.ts';
import type {FoundTemplate} from './templates/read-template.ts';

export interface SetOptions extends DocumentOptions {
  /** Which documents to write; all that the audience gets unless given. */
  readonly names?: readonly DocumentName[] | undefined;
  /** In which forms each is written; the usual ones unless given. */
  readonly formats?: readonly DocumentFormat[] | undefined;
  /** Files that are rendered besides, since they lie in the folder from an earlier writing. */
  readonly also?: readonly string[] | undefined;
  /** The journal of the handoff. With it, the set has the calendar and the follow-up e-mail too. */
  readonly journal?: readonly Action[] | undefined;
  readonly calendar?: CalendarOptions | undefined;
  readonly mail?: Pick<FollowUpOptions, 'from' | 'to' | 'cc' | 'attachments'> | undefined;
}

/** File names with their texts, and the templates used that are not the program's own. */
export interface DocumentSet {
  readonly files: ReadonlyMap<string, FileContent>;
  readonly ownTemplates: readonly FoundTemplate[];
}

/**
 * The dates as a file; nothing where there are none, since a calendar cannot be empty. A calendar
 * goes to everybody, so it is guarded like a customer's document.
 */
async function renderDates(
  handoff: Handoff,
  {journal, calendar, now}: SetOptions,
): Promise<string | undefined> {
  if (!journal) return undefined;
  const events = [...handoffEvents(handoff, journal, {now}), ...(calendar?.more ?? [])];
  if (events.length === 0) return undefined;
  const text = events.flatMap((event) => [event.title, event.description, event.location]);
  const guarded = {document: calendarFile, text: text.join('\n')};
  requireNoInternalText(guarded, internalTexts(handoff), publicTexts(handoff));
  return handoffCalendar(handoff, journal, {...calendar, now});
}

/**
 * Renders a set of documents; nothing is written.
 *
 * @throws {TemplateError | InternalTextError} as `renderFile` does.
 * @throws {DocumentSecretError} when a document would show a secret.
 */
export async function renderSet(handoff: Handoff, options: SetOptions): Promise<DocumentSet> {
  const {journal, mail, also = []} = options;
  const wanted = [...new Set([...askedFiles(options), ...also])];
  const rendered = new Map<string, Rendered>();
  const files = new Map<string, FileContent>();
  for (const [name, formats] of documentsIn(wanted)) {
    const document = await renderMarkdown(name, handoff, options);
    rendered.set(name, document);
    for (const format of formats)
      files.set(`${name}.${format}`, await toFormat(document.text, format, options.now));
  }
  if (journal && wanted.includes(mailFile)) {
    const letter = await followUpEmail(handoff, {...options, ...mail});
    rendered.set(mailFile, letter);
    files.set(mailFile, letter.text);
  }
  const dates = wanted.includes(calendarFile) ? await renderDates(handoff, options) : undefined;
  if (dates !== undefined) files.set(calendarFile, dates);
  const texts = new Map([...rendered].map(([name, {text}]) => [name, text]));
  await requireNoSecretShown(handoff, dates === undefined ? texts : texts.set(calendarFile, dates));
  const used = [...rendered.values()].map(({template}) => template);
  return {files, ownTemplates: used.filter(({origin}) => origin !== 'built-in')};
}
