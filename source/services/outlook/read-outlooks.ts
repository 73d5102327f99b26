import {handoffIds} from '../../store/handoff-folders.ts';
import {keepOutlook, readOutlook} from '../../store/outlook/outlook-file.ts';
import {journalSize} from '../../store/progress/journal-size.ts';
import {StoreError, UnknownHandoffError} from '../../store/store-error.ts';
import type {Outlook} from './outlook.ts';

/** A handoff that could not be read, or a folder. */
export interface Unread {
  readonly file: string;
  readonly message: string;
  readonly hint?: string;
}

export interface Outlooks {
  readonly outlooks: readonly Outlook[];
  readonly broken: readonly Unread[];
}

/** What is asked of outlooks that were kept. */
export interface OutlookAsk {
  /** ISO 8601 instant. */
  readonly now: string;
  /** Whether gates are told of, which change as days pass; what has a day does not. */
  readonly tellsGates: boolean;
}

/** Whether an outlook says of `now` what it is asked for. */
export function isFresh({until}: Outlook, {now, tellsGates}: OutlookAsk): boolean {
  return !tellsGates || until === undefined || now < until;
}

function known(home: string, id: string, ask: OutlookAsk): Outlook | undefined {
  try {
    const size = journalSize(home, id);
    const kept = size.files > 0 ? readOutlook(home, id, size) : undefined;
    const outlook = kept as Outlook | undefined;
    return outlook?.id === id && isFresh(outlook, ask) ? outlook : undefined;
  } catch {
    // What is in the way is told by who opens it.
    return undefined;
  }
}

/** Opens a handoff to look ahead, and keeps what was seen. */
async function look(home: string, id: string, {now}: OutlookAsk): Promise<Outlook> {
  const [{readSnapshot}, {makeOutlook}] = await Promise.all([
    import('../../store/snapshot.ts'),
    import('./make-outlook.ts'),
  ]);
  const {handoff, size} = readSnapshot(home, id);
  // It is called what its folder is called.
  const outlook = {...makeOutlook(handoff, now), id};
  await keepOutlook(home, id, {size, outlook});
  return outlook;
}

/**
 * What is told of every handoff of a store. Only those are opened whose journal has changed since, or
 * whose gate has to be looked at again; what cannot be read is told beside the others.
 */
export async function readOutlooks(home: string, ask: OutlookAsk): Promise<Outlooks> {
  const outlooks: Outlook[] = [];
  const broken: Unread[] = [];
  for (const id of handoffIds(home))
    try {
      outlooks.push(known(home, id, ask) ?? (await look(home, id, ask)));
    } catch (error) {
      if (error instanceof UnknownHandoffError) continue;
      if (!(error instanceof StoreError)) throw error;
      const {file, message, hint} = error;
      broken.push({file, message, ...(hint === undefined ? {} : {hint})});
    }
  return {outlooks, broken};
}
