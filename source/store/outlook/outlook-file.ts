import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {JournalSize} from '../journal/journal-files.ts';
import {isAsSummed, withSum} from '../progress/sum.ts';

/** Raised with the shape of what is kept: another one is made anew. */
const format = 1;

function outlookFile(home: string, key: string): string {
  return path.join(home, 'outlook', `${key}.json`);
}

/**
 * What was worked out of a journal before and kept; nothing where the journal has another size by now,
 * or where what is kept was changed.
 *
 * @param key the id of the handoff, or what a shared one is kept under
 */
export function readOutlook(home: string, key: string, size: JournalSize): unknown {
  try {
    const text = readFileSync(outlookFile(home, key), 'utf8');
    if (!isAsSummed(text)) return undefined;
    const kept = JSON.parse(text) as {
      readonly format?: unknown;
      readonly from?: JournalSize;
      readonly outlook?: unknown;
    };
    const isOfIt = kept.from?.files === size.files && kept.from.bytes === size.bytes;
    return kept.format === format && isOfIt ? kept.outlook : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was worked out of a journal. It can be made anew at any time, so a full disk costs only that. */
export async function keepOutlook(
  home: string,
  key: string,
  {size, outlook}: {readonly size: JournalSize; readonly outlook: object},
): Promise<void> {
  try {
    const {writeBesideSync} = await import('../write-beside.ts');
    writeBesideSync(outlookFile(home, key), withSum({format, from: size, outlook}));
  } catch {
    // Read-only or full: it is worked out again the next time.
  }
}
