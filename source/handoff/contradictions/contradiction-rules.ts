import {refused} from '../rules/refused.ts';
import type {Rule} from '../rules/rule.ts';

/** Only what was answered in several ways can be chosen from. */
export const isContradicted: Rule<'contradiction/settled'> = (
  {contradictions},
  {subject, about, chosen},
) => {
  const found = contradictions.find(({id}) => id === subject);
  if (!found)
    return refused(
      'no-contradiction',
      `No two answers stand against each other in ${about}.`,
      'Somebody may have chosen meanwhile. Change it as any other, if it is wrong.',
    );
  return found.answers.some(({action}) => action === chosen)
    ? undefined
    : refused(
        'no-contradiction',
        `What was chosen for ${about} is none of its answers.`,
        'Choose one of them; "handoff-wizard contradiction list" has them.',
      );
};
