/** Somebody who writes or gets mail. */
export interface MailPerson {
  readonly name?: string | undefined;
  readonly address: string;
}

export interface MailAttachment {
  /** File name, without folders. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What a mail program shows with buttons to accept or decline (RFC 6047). */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  /** File name, without folders. */
  readonly name: string;
  readonly content: string;
}

/** A message as data. Every field is text of any kind: what is no text is taken out of it. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  /** Without one, the message is a draft that the mail program sends in its owner's name. */
  readonly from?: MailPerson | undefined;
  readonly to?: readonly MailPerson[] | undefined;
  readonly cc?: readonly MailPerson[] | undefined;
  readonly attachments?: readonly MailAttachment[] | undefined;
  readonly calendar?: MailCalendar | undefined;
  /** ISO 8601 instant of its Date. */
  readonly date: string;
  /** What the message is, such as handoff and document; its id and its boundary follow from it. */
  readonly key: string;
}
