import {documentNames, readersOf, type DocumentSet} from '../../handoff/model/document-set.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {audiences} from '../../playbook/playbook.ts';
import {revisionData} from '../data/revision-data.ts';

/**
 * Which revision each reader gets with a set that is written of a handoff, a line each, such as
 * `For the customer: revision 3, which replaces revision 2 of 20 November 2026.` Documents that
 * were not in every set, unlike the first one, have numbers of their own and are named.
 */
export function issueLines(handoff: Handoff, set: Omit<DocumentSet, 'at' | 'by'>): string[] {
  return audiences.flatMap((audience) => {
    const names = documentNames.filter(
      (name) => set.documents.includes(name) && readersOf(set, name).includes(audience),
    );
    const reading = {audience, now: set.asOf};
    const words = Map.groupBy(names, (name) => revisionData(handoff, name, reading).words);
    const reader = audience === 'customer' ? 'For the customer' : 'For the own team';
    return [...words].map(([issue, some], index) =>
      index === 0 ? `${reader}: ${issue}.` : `${reader}, ${some.join(', ')}: ${issue}.`,
    );
  });
}
