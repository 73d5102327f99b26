import {useEffect, useEffectEvent, useState} from 'react';
import type {DocumentReadiness} from '../../../documents/lint/finding.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import type {View} from '../../view.ts';

/** How far the documents are; empty until it is known, and as it was while it is found out anew. */
export function useReadiness(view: View): readonly DocumentReadiness[] {
  const [documents, setDocuments] = useState<readonly DocumentReadiness[]>([]);
  const {services, live, handoff} = view;
  const fail = useEffectEvent((error: unknown) => view.say(problemMessage(error)));
  useEffect(() => {
    let isWanted = true;
    services
      .lintDocuments({handoff, journal: live.snapshot().journal})
      .then((found) => isWanted && setDocuments(found))
      .catch((error: unknown) => isWanted && fail(error));
    return () => {
      isWanted = false;
    };
    // Another state of the handoff makes other documents.
  }, [services, live, handoff]);
  return documents;
}
