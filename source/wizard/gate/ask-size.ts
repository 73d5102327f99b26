import {sizeEffect, sizeEffectWords} from '../../handoff/gates/size-effect.ts';
import {sizeOf, sizeWords} from '../../handoff/items/asked.ts';
import {systemSizes} from '../../playbook/playbook.ts';
import type {View} from '../view.ts';

/** Asks how large the system is, each answer with what it makes of what is left. */
export async function askSize(view: View): Promise<void> {
  const {handoff} = view;
  const now = view.now();
  const is = sizeOf(handoff);
  const choices = systemSizes.map((size) => ({
    value: size,
    label:
      size === is
        ? `${sizeWords[size]}, as it is`
        : `${sizeWords[size]}: ${sizeEffectWords(sizeEffect(handoff, size, now))}`,
  }));
  const answer = await view.ask({
    label: 'The system is',
    hint: 'What was answered stays, and what is not asked for can be filled all the same.',
    choices,
  });
  const size = systemSizes.find((one) => one === answer);
  if (size === undefined || size === is) return;
  await view.dispatch([{type: 'handoff/sized', size}], {
    said: `It is ${sizeWords[size]}: ${sizeEffectWords(sizeEffect(handoff, size, now))}.`,
  });
}
