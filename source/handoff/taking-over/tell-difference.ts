import {isSameSaid} from '../../playbook/comparing/likeness.ts';
import type {Position} from '../../playbook/playbook.ts';
import type {ItemPlace} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import {isBound} from './bound-items.ts';
import {isTouched, namedIn} from './named-in.ts';
import type {NextPlaybook} from './next-playbook.ts';

export const differenceKinds = ['new', 'reworded', 'gone', 'moved', 'details', 'around'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One thing in which a new version of the playbook differs. */
export interface ToldDifference {
  readonly kind: DifferenceKind;
  /** What it says now; of what is gone, what it said. */
  readonly text: string;
  /** What it said before, where that was something else. */
  readonly was?: string;
  /** The step that it stands in. */
  readonly step?: string;
  /** Where it stands in the new files; absent for what is gone. */
  readonly position?: Position;
  /** What comes of it in this handoff, as a sentence. */
  readonly comes?: string;
}

const place = ({step, item}: ItemPlace) => ({
  text: item.text,
  step: step.title,
  position: item.position,
});

/** What becomes of an answer that was given to other words. */
function comesOfRewording(handoff: Handoff, before: string, after: string, id: string) {
  if (itemState(handoff, id).status === 'open') return {};
  return isSameSaid(before, after)
    ? {comes: 'Only its spelling is another, so what was said stays.'}
    : {comes: 'It was settled in the old words and opens again.'};
}

/** Everything in which a new version of the playbook differs, and what comes of each. */
export function tellDifference(handoff: Handoff, {difference}: NextPlaybook): ToldDifference[] {
  const {added, gone, reworded, moved, detailed, steps, phases, whole} = difference;
  const named = namedIn(handoff);
  const around = (text: string, more: Partial<ToldDifference> = {}): ToldDifference => ({
    kind: 'around',
    text,
    ...more,
  });
  return [
    ...added.map((one) => ({
      kind: 'new' as const,
      ...place(one),
      ...(one.item.isChecked ? {comes: 'It is ticked in the file and comes open.'} : {}),
    })),
    ...reworded.map(({before, after}) => ({
      kind: 'reworded' as const,
      ...place(after),
      was: before.item.text,
      ...comesOfRewording(handoff, before.item.text, after.item.text, before.item.id),
    })),
    ...gone.map(({step, item}) => ({
      kind: 'gone' as const,
      text: item.text,
      step: step.title,
      ...(isBound(handoff, item.id)
        ? {comes: 'It has been gone through in these words and stays as that.'}
        : named.has(item.id) || isTouched(handoff, item.id)
          ? {comes: 'Something was said of it, so it stays to be read.'}
          : {}),
    })),
    ...moved.map(({before, after}) => ({
      kind: 'moved' as const,
      ...place(after),
      was: before.step.title,
    })),
    ...detailed.map(({after}) => ({kind: 'details' as const, ...place(after)})),
    ...steps.added.map(({step}) => around(`new step "${step.title}"`, {position: step.position})),
    ...steps.gone.map(({step}) => around(`step "${step.title}" is gone`)),
    ...steps.renamed.map(({before, after}) =>
      around(`step "${before.step.title}" is called "${after.step.title}"`, {
        position: after.step.position,
      }),
    ),
    ...steps.retold.map(({after}) =>
      around(`what there is to read in "${after.step.title}"`, {position: after.step.position}),
    ),
    ...phases.added.map(({title, position}) => around(`new phase "${title}"`, {position})),
    ...phases.gone.map(({title}) => around(`phase "${title}" is gone`)),
    ...phases.renamed.map(({before, after}) =>
      around(`phase "${before.title}" is called "${after.title}"`, {position: after.position}),
    ),
    ...whole.map((words) => around(words)),
  ];
}
