import type {Audience} from '../../playbook/playbook.ts';
import type {Fact, GateWaiver} from '../model/gate-waiver.ts';
import type {Line} from '../model/place.ts';
import {itemAt} from '../items/item-at.ts';
import {audienceOf, type Told} from './audience-of.ts';

/** What a requirement is of, as its id names it behind its first word, or what its fact counts. */
function linesIn(handoff: Told, id: string, fact: Fact): Line[] {
  const [kind = '', subject = ''] = id.split(' ');
  if (kind === 'exit')
    return Object.keys(fact).flatMap((key): Line[] => {
      const [, row] = /^(?:issue|still ours) (\S+)/u.exec(key) ?? [];
      if (row !== undefined) return [{kind: 'row', id: row}];
      return [itemAt(handoff, key) ? {kind: 'item', id: key} : {kind: 'follow-up', id: key}];
    });
  const isRow = handoff.records.some((row) => row.id === subject);
  if (isRow) return [{kind: 'row', id: subject}];
  return itemAt(handoff, subject) ? [{kind: 'item', id: subject}] : [];
}

/** Who may read what a gate asks, or what was waived: those who may read all that it speaks of. */
export function requirementAudience(
  handoff: Told,
  {id, fact = {}}: {readonly id: string; readonly fact?: Fact | undefined},
): Audience {
  const isInternal = linesIn(handoff, id, fact).some(
    (line) => audienceOf(handoff, line) === 'internal',
  );
  return isInternal ? 'internal' : 'customer';
}

/** Who may read that something was waived. */
export function waiverAudience(handoff: Told, {requirement, fact}: GateWaiver): Audience {
  return requirementAudience(handoff, {id: requirement, fact});
}
