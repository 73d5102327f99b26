import {useEffect, useEffectEvent} from 'react';
import {sightWords} from '../../services/playbooks/playbook-sight.ts';
import type {Services} from '../../services/services.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';

/** Says once, when a handoff is opened, that the file of its playbook has changed. */
export function useNewVersion(
  live: LiveHandoff,
  services: Services,
  say: (words: string) => void,
): void {
  const tell = useEffectEvent(say);
  useEffect(() => {
    let isWanted = true;
    services.lookAtPlaybook(live).then(
      (sight) => {
        const words = sight.state === 'changed' ? sightWords(sight) : undefined;
        if (isWanted && words !== undefined) tell(`${words} P shows it.`);
      },
      // What keeps it from being looked at is said where somebody asks for it.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [live, services]);
}
