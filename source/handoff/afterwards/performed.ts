import type {Audience} from '../../playbook/playbook.ts';
import {isLeftOut} from '../items/asked.ts';
import {demonstrationItems} from '../session/demonstration-items.ts';
import {lastTry} from '../session/demonstrations.ts';
import {mayRead} from '../audience/audience-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import type {Verdict} from './exit-checks.ts';
import {named, namedFor} from './named.ts';

/** Whether what applies was performed without help in the end; of nothing performed nothing is so. */
export function demonstrationsPerformed(
  handoff: Handoff,
  audience: Audience = 'internal',
): Verdict {
  const asked = demonstrationItems(handoff).filter((item) => !isLeftOut(handoff, item));
  const items = asked.map((item) => {
    const {status, reason = ''} = itemState(handoff, item.id);
    const result = lastTry(handoff, item.id)?.result;
    return {...item, result, reason, isApplicable: status !== 'not-applicable'};
  });
  const left = items.filter(({isApplicable, result}) => isApplicable && result !== 'unaided');
  const [first] = left;
  if (first)
    return {
      isMet: false,
      why: namedFor(
        handoff,
        audience,
        left.map(({id, text, result}) => ({
          line: {kind: 'item', id},
          text: `${text} (${result ?? 'never performed'})`,
        })),
      ),
      line: {kind: 'item', id: first.id},
      fact: Object.fromEntries(
        left.map(({id, result}) => [id, result === 'failed' ? 3 : result === undefined ? 2 : 1]),
      ),
    };
  if (items.some(({isApplicable}) => isApplicable))
    return {isMet: true, why: 'all were performed without help'};
  const [one] = items;
  const read = items.filter(({id}) => mayRead(handoff, audience, {kind: 'item', id}));
  const reasons = [...new Set(read.map(({reason}) => reason))];
  return {
    isMet: false,
    why: one
      ? `none was performed; all ${items.length} do not apply: ${named(reasons)}`
      : 'none is listed',
    ...(one ? {line: {kind: 'item', id: one.id}} : {}),
    fact: {none: 1},
  };
}
