import type {Audience, Item, Playbook} from '../../playbook/playbook.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {itemState} from '../model/item-state.ts';
import type {Handoff} from '../model/handoff.ts';

/** An item with those that it stands below, itself first. */
type Line = readonly Item[];

const lines = new WeakMap<Playbook, ReadonlyMap<string, Line>>();

function* linesBelow(items: readonly Item[], above: Line): Generator<readonly [string, Line]> {
  for (const item of items) {
    const line = [item, ...above];
    yield [item.id, line];
    yield* linesBelow(item.children, line);
  }
}

function linesOf(playbook: Playbook): ReadonlyMap<string, Line> {
  const known = lines.get(playbook);
  if (known) return known;
  const found = new Map(stepsOf(playbook).flatMap(({step}) => [...linesBelow(step.items, [])]));
  lines.set(playbook, found);
  return found;
}

/**
 * Chores that every team has for itself. Only for playbooks that do not say: what is wrongly kept
 * back is seen by the team, what is wrongly told is seen by the customer.
 */
const ownChore =
  /\bCRM\b|\bretrospectives?\b|\blessons? learn(?:ed|t)\b|\blessons\b.*\bteam\b|\byour own team\b/iu;

/**
 * Who may read an item: as somebody has said of it or of what it stands below, else as the playbook
 * says, else everybody but for what are plainly chores of the own team.
 */
export function itemAudience(handoff: Pick<Handoff, 'playbook' | 'items'>, id: string): Audience {
  const line = linesOf(handoff.playbook).get(id) ?? [];
  const said = line.map((item) => itemState(handoff, item.id).audience ?? item.audience);
  const first = said.find((audience) => audience !== undefined);
  if (first) return first;
  if (line.length === 0) return itemState(handoff, id).audience ?? 'customer';
  return line.some(({text}) => ownChore.test(text)) ? 'internal' : 'customer';
}
