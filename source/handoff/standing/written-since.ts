import type {DocumentSet, WrittenName} from '../model/document-set.ts';
import type {Handoff} from '../model/handoff.ts';

/** The first set for the receiver since an instant that held a document; nothing where none was written since then. */
export function writtenSince(
  {documentSets}: Pick<Handoff, 'documentSets'>,
  instant: string,
  name: WrittenName = 'handoff-document',
): DocumentSet | undefined {
  return documentSets.find(
    ({documents, asOf, audience}) =>
      audience !== 'internal' &&
      documents.includes(name) &&
      Date.parse(asOf) >= Date.parse(instant),
  );
}
