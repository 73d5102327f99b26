import {useCallback, useRef, useState} from 'react';
import type {PlaybookPreview, PlaybookOffer} from '../../services/playbooks/preview-playbook.ts';
import type {Services} from '../../services/services.ts';

/** What was typed, and what a handoff would follow by it. */
interface Seen {
  readonly workspace: string;
  readonly text: string;
  readonly look: PlaybookPreview;
}

interface Playbooks {
  /** Those of the workspace that was looked at last. */
  readonly offers: readonly PlaybookOffer[];
  /** What was seen by exactly this; nothing while it was not looked at. */
  readonly seenOf: (workspace: string, text: string) => PlaybookPreview | undefined;
  readonly look: (workspace: string, text: string) => Promise<PlaybookPreview>;
  readonly find: (workspace: string) => Promise<void>;
}

/** The playbooks that can be chosen in a workspace, and what was seen of the one that is named. */
export function usePlaybooks({offerPlaybooks, previewPlaybook}: Services): Playbooks {
  const [offers, setOffers] = useState<readonly PlaybookOffer[]>([]);
  const wanted = useRef('');
  const [seen, setSeen] = useState<Seen>();
  const look = useCallback(
    async (workspace: string, text: string) => {
      const found = await previewPlaybook(workspace, text);
      setSeen({workspace, text, look: found});
      return found;
    },
    [previewPlaybook],
  );
  const find = useCallback(
    async (workspace: string) => {
      wanted.current = workspace;
      const found = await offerPlaybooks(workspace);
      if (wanted.current === workspace) setOffers(found);
    },
    [offerPlaybooks],
  );
  return {
    offers,
    look,
    find,
    seenOf: (workspace, text) =>
      seen?.workspace === workspace && seen.text === text ? seen.look : undefined,
  };
}
