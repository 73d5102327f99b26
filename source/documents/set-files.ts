import {earlierNames, type WrittenName} from '../handoff/model/document-set.ts';
import type {Decided} from '../handoff/standing/needed-documents.ts';
import {audiences, type Audience} from '../playbook/playbook.ts';
import {
  audienceFor,
  documentKinds,
  documentNames,
  documentsFor,
  type Addressed,
  type DocumentName,
  type PageName,
} from './document-names.ts';
import {
  documentFormats,
  isDocumentFormat,
  usualFormats,
  type DocumentFormat,
} from './document-formats.ts';

/** File names within the folder of their audience, which is called as that. */
export const mailName = 'follow-up-email.eml';
export const calendarName = 'handoff.ics';

/** A file of a set by its path: `customer/session-papers.md`. */
export function pathOf(audience: Audience, file: string): string {
  return `${audience}/${file}`;
}

export const mailFile = pathOf('customer', mailName);

/** The invitation as it is sent, beside its text. */
export const invitationMail = pathOf('customer', 'invitation.eml');
export const invitationCalendar = pathOf('customer', 'invitation.ics');

function isSentInvitation(file: string): boolean {
  return file === invitationMail || file === invitationCalendar;
}

/** The calendar of an audience. */
export function calendarFile(audience: Audience): string {
  return pathOf(audience, calendarName);
}

/** A document in one of its forms. */
export interface DocumentFile extends Addressed {
  readonly format: DocumentFormat;
}

const allNames: readonly PageName[] = ['index', ...documentNames, 'invitation'];

/** The audience and the name of a file by its path; nothing for one that lies elsewhere. */
function splitPath(file: string): {audience: Audience; base: string} | undefined {
  const [folder, base, ...more] = file.split('/');
  const audience = audiences.find((each) => each === folder);
  return audience && base && more.length === 0 ? {audience, base} : undefined;
}

/** Which document a path of a set is; nothing for the message, the calendar and all others. */
export function documentOf(file: string): DocumentFile | undefined {
  const {audience, base = ''} = splitPath(file) ?? {};
  const at = base.lastIndexOf('.');
  const format = base.slice(at + 1);
  const name = allNames.find((each) => each === base.slice(0, at));
  return audience && name && isDocumentFormat(format) ? {audience, name, format} : undefined;
}

/** Whether a path is of a document that sets had once. */
function isEarlier(file: string): boolean {
  const {base = ''} = splitPath(file) ?? {};
  const at = base.lastIndexOf('.');
  return (
    isDocumentFormat(base.slice(at + 1)) && earlierNames.some((name) => name === base.slice(0, at))
  );
}

/** Whether a path is one that a set may have, or had. */
export function isSetFile(file: string): boolean {
  return (
    documentOf(file) !== undefined ||
    isEarlier(file) ||
    file === mailFile ||
    isSentInvitation(file) ||
    audiences.some((each) => file === calendarFile(each))
  );
}

/** What a file of a set is called where it is told that it was written; the index is told of by none. */
export function writtenName(file: string): WrittenName | undefined {
  if (file === mailFile) return 'follow-up-email';
  if (isSentInvitation(file)) return 'invitation';
  if (audiences.some((each) => file === calendarFile(each))) return 'calendar';
  const name = documentOf(file)?.name;
  return name === 'index' ? undefined : name;
}

/** What a person asked for. */
export interface Asked {
  /** Single documents; all that the audience gets unless given. */
  readonly names?: readonly DocumentName[] | undefined;
  readonly audience?: Audience | undefined;
  readonly formats?: readonly DocumentFormat[] | undefined;
  /** With it, a whole set has the calendar and the message too. */
  readonly journal?: unknown;
}

/** An index leads on from where people read: a page, else a text. */
function indexFormats(formats: readonly DocumentFormat[]): readonly DocumentFormat[] {
  const read = formats.filter((format) => format !== 'pdf');
  return read.length > 0 ? read : ['html'];
}

/** Those for whom a set is written. */
function readersOf(audience: Audience | undefined): readonly Audience[] {
  return audience ? [audience] : audiences;
}

/** The files that were asked for, in their order. Index, calendar and message belong to a whole set. */
export function askedFiles(
  handoff: Decided,
  {names, audience, formats = usualFormats, journal}: Asked,
): string[] {
  const inFormats = ({audience: reader, name}: Addressed, all = formats) =>
    all.map((format) => pathOf(reader, `${name}.${format}`));
  if (names)
    return names.flatMap((name) => inFormats({name, audience: audience ?? audienceFor(name)}));
  const readers = readersOf(audience);
  const documents = documentsFor(handoff, audience);
  return readers.flatMap((reader) => [
    ...inFormats({name: 'index', audience: reader}, indexFormats(formats)),
    ...documents
      .filter((document) => document.audience === reader)
      .flatMap((document) => inFormats(document)),
    ...(journal !== undefined && reader === 'customer' ? [mailFile] : []),
    ...(journal === undefined ? [] : [calendarFile(reader)]),
  ]);
}

/**
 * Whether a file that lies there goes on being part of a set, so that it is written anew: where single
 * documents are written all others stay, and an invitation always does.
 */
export function isRenewed(file: string, {names, audience, journal}: Asked): boolean {
  const document = documentOf(file);
  if (document?.name === 'invitation' || isSentInvitation(file)) return audience !== 'internal';
  if (!names) return false;
  return document !== undefined || (journal !== undefined && isSetFile(file) && !isEarlier(file));
}

/** Documents in their order with the forms of each, from the paths of their files. */
export function documentsIn(
  files: readonly string[],
): readonly (Addressed & {readonly formats: readonly DocumentFormat[]})[] {
  return audiences.flatMap((audience) =>
    allNames.flatMap((name) => {
      const formats = documentFormats.filter((format) =>
        files.includes(pathOf(audience, `${name}.${format}`)),
      );
      return formats.length === 0 ? [] : [{audience, name, formats}];
    }),
  );
}

/** The title by which one document names another. */
export function titleOf(name: PageName): string {
  return documentKinds[name].title;
}
