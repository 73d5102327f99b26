import type {Item, Playbook} from './playbook.ts';
import {isTickedNotice} from './reading/notices.ts';

function withoutTick(item: Item): Item {
  return {...item, isChecked: false, children: item.children.map(withoutTick)};
}

/** A playbook whose boxes are all empty, for a handoff that starts clean. */
export function unticked(playbook: Playbook): Playbook {
  return {
    ...playbook,
    phases: playbook.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => ({...step, items: step.items.map(withoutTick)})),
    })),
    notices: playbook.notices.filter((notice) => !isTickedNotice(notice)),
  };
}
