import {TemplateError} from '../liquid/template-error.ts';

/** Subject and text of a rendered mail template. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}

/**
 * Takes a rendered mail template apart: its first line is the subject, the text comes after it.
 *
 * @throws {TemplateError} when it does not begin with a subject.
 */
export function splitMessage(rendered: string, file: string): Message {
  const [, subject = '', text = ''] = /^Subject: *([^\n]*)\n([\s\S]*)$/u.exec(rendered) ?? [];
  if (subject === '')
    throw new TemplateError(
      'The mail has no subject',
      {file},
      'Begin the template with a line "Subject: …" and an empty line.',
    );
  return {subject, text: text.trimStart()};
}
