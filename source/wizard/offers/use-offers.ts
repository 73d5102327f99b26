import {useEffect, useMemo, useState} from 'react';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {rowsFromEarlier} from '../../handoff/offers/from-earlier.ts';
import type {OfferedRow} from '../../handoff/offers/offered-row.ts';
import {questionsOfRunbooks} from '../../handoff/offers/questions-of-runbooks.ts';
import {reusable} from '../../handoff/offers/reusable.ts';
import type {Step} from '../../playbook/playbook.ts';
import {stepItems} from '../../handoff/items/items.ts';
import type {Services} from '../../services/services.ts';

function keepsReusable(step: Step): boolean {
  return (
    step.screen === 'text' &&
    stepItems(step).some(({register}) => register !== undefined && reusable[register])
  );
}

/**
 * The rows that earlier handoffs and the runbooks of this one have to offer it. The former are read once somebody comes to a step that
 * keeps such rows; what cannot be read offers nothing.
 */
export function useOffers(services: Services, handoff: Handoff, step: Step): readonly OfferedRow[] {
  const [earlier, setEarlier] = useState<readonly Handoff[]>([]);
  const [isWanted, setWanted] = useState(false);
  if (!isWanted && keepsReusable(step)) setWanted(true);
  const {id} = handoff;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    services.readEarlier(handoff).then(
      (found) => {
        if (!isGone) setEarlier(found);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
    // Another handoff is another view; what is added to this one changes nothing of the others.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isWanted, id, services]);
  const asksBack = stepItems(step).some(({register}) => register === 'teach-back');
  return useMemo(
    () => [
      ...(earlier.length === 0 ? [] : rowsFromEarlier(handoff, earlier, services.now())),
      ...(asksBack ? questionsOfRunbooks(handoff) : []),
    ],
    [handoff, earlier, services, asksBack],
  );
}
