import {line} from '../../list/line.ts';
import type {View} from '../../view.ts';
import type {DecisionWords} from './decision.ts';

interface Kept {
  /** Tells what is wrong with words, before they are recorded with the decision. */
  readonly judge: (words: DecisionWords) => string | undefined;
  /** Records the decision with its words; gives whether it was. */
  readonly record: (words: DecisionWords) => Promise<boolean>;
}

/**
 * Asks for one condition after the other, then records the decision. Each waits under the next one,
 * so that Esc goes back to it as it was typed; `typed` has them for whoever comes here again.
 */
export async function askConditions(
  view: View,
  who: string,
  kept: Kept & {readonly typed: string[]},
  conditions: readonly string[] = [],
): Promise<boolean> {
  const {typed, judge, record} = kept;
  const number = conditions.length + 1;
  const answer = await view.ask({
    label: `Condition ${number}`,
    hint:
      number === 1
        ? 'What must still happen, and by when; the others follow. Each becomes an open point.'
        : 'One more, or Enter on the empty line to record the decision.',
    enter: 'next',
    initialText: typed[conditions.length] ?? '',
    about: {
      title: `${who} accepts with conditions`,
      lines: () => conditions.map((text, index) => line(`${index + 1}. ${text}`)),
    },
    problemWith: (text) =>
      text === '' && number === 1
        ? 'At least one condition is needed.'
        : judge({conditions: text === '' ? conditions : [...conditions, text]}),
    keep(text) {
      typed.splice(
        conditions.length,
        text === '' ? typed.length : 1,
        ...(text === '' ? [] : [text]),
      );
      return text === ''
        ? record({conditions})
        : askConditions(view, who, kept, [...conditions, text]);
    },
  });
  return answer !== undefined;
}

/** Asks why it is declined, then records it. */
export async function askWhyDeclined(view: View, {judge, record}: Kept): Promise<boolean> {
  const answer = await view.ask({
    label: 'Reason',
    hint: 'Why it is declined.',
    enter: 'go on',
    problemWith: (remarks) => (remarks === '' ? 'The reason is needed.' : judge({remarks})),
    keep: (remarks) => record({remarks}),
  });
  return answer !== undefined;
}
