import type {Item, Playbook, Step} from '../../source/playbook/playbook.ts';
import {sequenceOf, stepsOf} from '../../source/playbook/walk.ts';

function boxOf({isChecked, isStruck = false, isReading = false}: Item): string {
  if (isReading) return '(read)';
  return isStruck ? '[-]' : isChecked ? '[x]' : '[ ]';
}

function itemLines(item: Item): string[] {
  const {minutes} = item;
  const length = minutes ? ` ${minutes.min}–${minutes.max} min` : '';
  const who = [item.owner ? ` @${item.owner}` : '', item.dueOn ? ` ${item.dueOn}` : ''].join('');
  return [
    `${boxOf(item)} ${item.text}${item.isOptional ? ' (optional)' : ''}${length}${who}`,
    ...(item.details ? item.details.split('\n').map((line) => `  | ${line}`) : []),
    ...item.commands.map((command) => `  $ ${command}`),
    ...item.children.flatMap((child) => itemLines(child).map((line) => `  ${line}`)),
  ];
}

/** What a step holds, a line each, in its order. */
export function stepLines(step: Step): string[] {
  return sequenceOf(step).flatMap((part) =>
    part.kind === 'text' ? [`${part.text.kind}: ${part.text.markdown}`] : itemLines(part.item),
  );
}

/** A playbook, a line each: its steps, and what these hold in order. */
export function toldLines(playbook: Playbook): string[] {
  return stepsOf(playbook).flatMap(({step}) => [`# ${step.title}`, ...stepLines(step)]);
}
