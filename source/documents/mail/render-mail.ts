import {createHash} from 'node:crypto';
import {Buffer} from 'node:buffer';
import MailComposer from 'nodemailer/lib/mail-composer';
import {Problem} from '../../problem.ts';
import {cleanLine, cleanText} from '../markdown/clean-text.ts';
import {readAddress} from '../../handoff/people/address.ts';
import type {Mail, MailAttachment, MailCalendar, MailPerson} from './mail.ts';

/** A header of one endless word cannot be folded into lines that mail may have (RFC 5322, 2.1.1). */
function headerLine(text: string): string {
  const line = cleanLine(text);
  return line.length > 200 ? `${line.slice(0, 199).replace(/[\uD800-\uDBFF]$/u, '')}…` : line;
}

/** @throws {Problem} when the address is none. */
function toAddress({name = '', address}: MailPerson): {name: string; address: string} {
  const reading = readAddress(cleanLine(address));
  if ('problem' in reading) throw new Problem(reading.problem, reading.advice);
  return {name: headerLine(name), address: reading.address};
}

function toAttachment({name, content}: MailAttachment) {
  return {
    filename: headerLine(name).replaceAll(/[/\\]/gu, '_'),
    content: Buffer.from(content),
    contentDisposition: 'attachment' as const,
  };
}

function toCalendar({method, name, content}: MailCalendar) {
  return {method, filename: name, content: Buffer.from(content)};
}

/**
 * A message file (RFC 5322, `.eml`) that mail programs open as a draft ready to send. ASCII, with
 * CRLF, but for an address whose name before the @ is not (RFC 6532): that stands in it as UTF-8. The
 * same mail gives the same bytes. No field can add a header or a recipient.
 *
 * @throws {Problem} when an address is none.
 */
export async function renderMail(mail: Mail): Promise<string> {
  const name = createHash('sha256').update(`${mail.key}\0${mail.date}`).digest('hex').slice(0, 32);
  const message = new MailComposer({
    subject: headerLine(mail.subject),
    text: cleanText(mail.text),
    ...(mail.from ? {from: toAddress(mail.from)} : {}),
    to: (mail.to ?? []).map(toAddress),
    cc: (mail.cc ?? []).map(toAddress),
    attachments: (mail.attachments ?? []).map(toAttachment),
    ...(mail.calendar ? {icalEvent: toCalendar(mail.calendar)} : {}),
    date: new Date(mail.date),
    messageId: `<${name}@handoff-wizard.invalid>`,
    baseBoundary: name,
    // Outlook and others open such a file for sending; otherwise it looks like mail received.
    headers: {'X-Unsent': '1'},
    newline: 'windows',
    encoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await message.compile().build()).toString('utf8');
}
