import type {Handoff} from '../../handoff/model/handoff.ts';
import {renderFile, type DocumentOptions, type Rendered} from '../render-document.ts';
import type {Mail} from './mail.ts';
import {receivers} from './receivers.ts';
import {splitMessage} from './split-message.ts';

/** The template of the follow-up e-mail. */
export const followUpTemplate = 'follow-up-email.txt';

export interface FollowUpOptions
  extends DocumentOptions, Pick<Mail, 'from' | 'to' | 'cc' | 'attachments'> {}

/** The message as a file; its text alone is what the template gave. */
export interface RenderedMail extends Rendered {
  readonly eml: string;
}

/**
 * The message that follows the session, as a file that a mail program opens as a draft. It is
 * always for the customer, and addressed to the attendees on their side unless told otherwise; a
 * success team gets a copy. Its date is the moment that it speaks of.
 *
 * @throws {TemplateError | InternalTextError} as `renderFile` does.
 * @throws {Problem} when an address is none.
 */
export async function followUpEmail(
  handoff: Handoff,
  {from, to, cc, attachments, ...options}: FollowUpOptions,
): Promise<RenderedMail> {
  const [{renderText}, {renderMail}] = await Promise.all([
    import('../liquid/render-template.ts'),
    import('./render-mail.ts'),
  ]);
  // It names what goes with it, and nothing that nobody has written.
  const {set = {documents: [], others: [], isAttached: false}} = options;
  const told = {...options, set};
  const rendered = await renderFile(followUpTemplate, 'customer', handoff, told, renderText);
  const eml = await renderMail({
    ...splitMessage(rendered.text, rendered.template.file),
    from,
    to: to ?? receivers(handoff, 'customer'),
    cc: cc ?? receivers(handoff, 'success team'),
    attachments,
    // To the minute, as the text tells it: where that has not changed, neither do the bytes.
    date: `${new Date(options.now).toISOString().slice(0, 16)}:00.000Z`,
    key: `${handoff.id} ${handoff.createdAt} follow-up`,
  });
  return {...rendered, eml};
}
