import type {WrittenName} from '../handoff/model/document-set.ts';
import type {Audience} from '../playbook/playbook.ts';
import {documentNames, documentsFor, type DocumentName} from './document-names.ts';
import {
  documentFormats,
  isDocumentFormat,
  usualFormats,
  type DocumentFormat,
} from './document-formats.ts';

export const mailFile = 'follow-up-email.eml';
export const calendarFile = 'handoff.ics';

/** A document in one of its forms. */
export interface DocumentFile {
  readonly name: DocumentName;
  readonly format: DocumentFormat;
}

const allNames: readonly DocumentName[] = [...documentNames, 'invitation'];

/** Which document a file of a set is; nothing for the message, the calendar and all others. */
export function documentOf(file: string): DocumentFile | undefined {
  const at = file.lastIndexOf('.');
  const format = file.slice(at + 1);
  const name = allNames.find((each) => each === file.slice(0, at));
  return name && isDocumentFormat(format) ? {name, format} : undefined;
}

/** What a file of a set is called where it is told that it was written. */
export function writtenName(file: string): WrittenName | undefined {
  if (file === mailFile) return 'follow-up-email';
  return file === calendarFile ? 'calendar' : documentOf(file)?.name;
}

/** What a person asked for. */
export interface Asked {
  readonly names?: readonly DocumentName[] | undefined;
  readonly audience?: Audience | undefined;
  readonly formats?: readonly DocumentFormat[] | undefined;
  /** With it, a whole set has the calendar and the message too. */
  readonly journal?: unknown;
}

/** The files that were asked for, in their order. Calendar and message belong to a whole set. */
export function askedFiles({names, audience, formats, journal}: Asked): string[] {
  const letters = names || journal === undefined ? [] : [mailFile, calendarFile];
  return [
    ...(names ?? documentsFor(audience)).flatMap((name) =>
      (formats ?? usualFormats).map((format) => `${name}.${format}`),
    ),
    ...letters,
  ];
}

/** Whether a file of an earlier set belongs to one for this audience, so that it is written anew. */
export function isRenewable(file: string, {audience, journal}: Asked): boolean {
  if (file === mailFile || file === calendarFile) return journal !== undefined;
  const name = documentOf(file)?.name;
  if (name === undefined) return false;
  return name === 'invitation' || documentsFor(audience).includes(name);
}

/** Documents in their order with the forms of each, from the names of their files. */
export function documentsIn(
  files: readonly string[],
): readonly (readonly [DocumentName, readonly DocumentFormat[]])[] {
  return allNames.flatMap((name) => {
    const formats = documentFormats.filter((format) => files.includes(`${name}.${format}`));
    return formats.length === 0 ? [] : [[name, formats] as const];
  });
}
