import {
  followUps,
  openFollowUps,
  overdueFollowUps,
} from '../../../handoff/afterwards/follow-ups.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {gap} from '../../list/row.ts';
import type {View} from '../../view.ts';
import {useChecklist} from '../checklist/step.ts';
import type {StepContent} from '../step-content.ts';
import {followUpLines} from './detail.ts';
import {followUpKeys} from './keys.ts';
import {followUpKey, followUpRows, selectedFollowUp} from './rows.ts';

function figure(handoff: Handoff, now: string): string {
  const open = openFollowUps(handoff).length;
  const late = overdueFollowUps(handoff, now).length;
  if (open === 0) return 'none open';
  return late > 0 ? `${open} open, ${late} overdue` : `${open} open`;
}

/** Everything the session left open, made by itself; a person says who, when, and what came of it. */
export function useFollowUps(view: View): StepContent {
  const {handoff} = view;
  const now = view.now();
  const all = followUps(handoff);
  const items = useChecklist(view);
  return {
    rows: [...followUpRows({handoff, now}), gap, ...items.rows],
    // Without an open point, the items come before what was closed.
    start: followUpKey(openFollowUps(handoff)[0]) ?? items.rows.find(({key}) => key)?.key,
    figure: figure(handoff, now),
    at(selected) {
      const followUp = selectedFollowUp(all, selected);
      if (!followUp) return items.at(selected);
      return {
        keys: followUpKeys(view, followUp),
        detail: (width) => followUpLines(handoff, followUp, now, width),
      };
    },
  };
}
