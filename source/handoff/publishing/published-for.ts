import {everyFollowUp} from '../afterwards/follow-ups.ts';
import {mayRead} from '../audience/audience-of.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {publishedNow} from './published-standing.ts';
import type {Published} from './published.ts';

/** Something that is found outside of the documents as well. */
export interface PublishedFor extends Pick<Published, 'target' | 'url' | 'at'> {
  /** What it is, in words. */
  readonly what: string;
}

/**
 * What a reader finds at which target: what went where they read, and of the open points those that they
 * may read, as they are called by now.
 */
export function publishedFor(handoff: Handoff, reader: Audience): readonly PublishedFor[] {
  const points = new Map(everyFollowUp(handoff).map((point) => [point.id, point]));
  function words({kind, about = '', title}: Published): string | undefined {
    const point = points.get(about);
    switch (kind) {
      case 'outcome':
        return 'The outcome';
      case 'document':
        return title;
      case 'point':
        return point && mayRead(handoff, reader, {kind: 'follow-up', id: about})
          ? `Open point: ${point.text}`
          : undefined;
      case 'status':
        return undefined;
    }
  }
  return publishedNow(handoff).flatMap((one): PublishedFor[] => {
    const {target, url, at, audience} = one;
    const what = reader === 'internal' || audience === 'customer' ? words(one) : undefined;
    return what === undefined ? [] : [{what, target, at, ...(url === undefined ? {} : {url})}];
  });
}
