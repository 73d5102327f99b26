import {signOffWays, type SignOffWay} from '../../../handoff/model/sign-off.ts';
import type {View} from '../../view.ts';

/** How a decision reached whoever enters it, and where it is written. */
export interface Came {
  readonly how: SignOffWay;
  readonly reference?: string;
}

/** Asks how a decision came, and where it is found unless somebody was there. Nothing when it is left. */
export async function askHowItCame(view: View, before: Came): Promise<Came | undefined> {
  let came: Came | undefined;
  await view.ask({
    label: 'How did it come?',
    hint: 'How the decision reached you.',
    choices: signOffWays.map((value) => ({value, label: value})),
    async keep(value) {
      const how = signOffWays.find((way) => way === value) ?? 'in person';
      if (how === 'in person') {
        came = {how};
        return true;
      }
      const reference = await view.ask({
        label: 'Reference',
        hint: `Where the ${how} is found, such as its number; Enter leaves it out.`,
        initialText: before.reference ?? '',
      });
      if (reference !== undefined) came = {how, ...(reference === '' ? {} : {reference})};
      return reference !== undefined;
    },
  });
  return came;
}
