import type {Handoff} from '../../handoff/model/handoff.ts';
import type {DocumentFormat} from '../document-formats.ts';
import {setData, type SetData} from '../data/set-data.ts';
import {calendarFile, documentsIn, pathOf} from '../set-files.ts';
import type {FileContent} from '../write-files.ts';
import type {MailAttachment} from './mail.ts';

/** What the message is sent for once the session is over; the others are for the days before it. */
const handedOver: ReadonlySet<string> = new Set([
  'handoff-document',
  'operations-runbook',
  'training-pack',
  'session-summary',
  'validation-report',
]);

/** In which form a document is sent, the first that is there: a page is read on a phone and to those who listen. */
const sent: readonly DocumentFormat[] = ['html', 'pdf', 'md'];

/** Bytes that a message may carry; with what mail adds, many servers take no more than ten megabytes. */
const most = 7_000_000;

export interface Enclosed {
  readonly set: SetData;
  readonly attachments: readonly MailAttachment[];
}

/** What was handed over, each document in one form. */
function documentFiles({session}: Handoff, files: readonly string[]): readonly string[] {
  if (session.endedAt === undefined) return [];
  return documentsIn(files)
    .filter(({audience, name}) => audience === 'customer' && handedOver.has(name))
    .flatMap(({audience, name, formats}) => {
      const format = sent.find((each) => formats.includes(each));
      return format === undefined ? [] : [pathOf(audience, `${name}.${format}`)];
    });
}

/**
 * What goes with the message, from the files of a set: the dates, and once the session is over the
 * documents, unless they are more than mail carries. The message then says that they lie beside it.
 */
export function enclosed(handoff: Handoff, files: ReadonlyMap<string, FileContent>): Enclosed {
  const calendar = calendarFile('customer');
  const dates = files.has(calendar) ? [calendar] : [];
  const documents = documentFiles(handoff, [...files.keys()]);
  const attach = (file: string): MailAttachment => ({
    name: file.slice(file.lastIndexOf('/') + 1),
    content: files.get(file) ?? '',
  });
  const attachments = documents.map(attach);
  const size = attachments.reduce((sum, {content}) => sum + content.length, 0);
  const isAttached = size <= most;
  return {
    set: {...setData([...documents, ...dates], 'customer'), isAttached},
    attachments: [...(isAttached ? attachments : []), ...dates.map(attach)],
  };
}
