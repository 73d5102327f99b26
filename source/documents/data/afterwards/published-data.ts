import {publishedFor} from '../../../handoff/publishing/published-for.ts';
import type {Audience} from '../../../playbook/playbook.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';

/** Something that was sent to a tracker, a CRM or a wiki where the reader finds it. */
export interface PublishedData {
  readonly what: string;
  readonly target: string;
  /** Where it is read; nothing where the target did not say it. */
  readonly url: string | null;
  readonly at: string;
}

/** What was published for a reader, in the order in which it first was. */
export function publishedData(handoff: Handoff, audience: Audience): PublishedData[] {
  return publishedFor(handoff, audience).map(({url = null, ...rest}) => ({...rest, url}));
}
