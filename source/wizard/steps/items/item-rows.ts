import {itemAudience} from '../../../handoff/audience/item-audience.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {itemState} from '../../../handoff/model/item-state.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {dueOf} from '../../../handoff/items/due-of.ts';
import {runRemark} from '../../../handoff/runs/run-remark.ts';
import {lastRun} from '../../../handoff/runs/run-standing.ts';
import {isOverdue} from '../../../handoff/time/schedule.ts';
import {dueRuleWords, dueWords} from '../../../handoff/time/wording.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {beyondWords, isAskedFor} from '../../../handoff/items/asked.ts';
import {offeredSign, statusSigns, type Sign} from '../../theme/glyphs.ts';
import {span, type Span} from '../../list/line.ts';
import type {Row} from '../../list/row.ts';
import {itemKey} from '../../list/selected-line.ts';

interface Shown {
  readonly handoff: Handoff;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** Owner, due date and what else is said about an item beside its text. */
function remarks({handoff, now}: Shown, item: Item): Span[] {
  const state = itemStanding(handoff, item.id);
  const due = dueOf(handoff, item);
  const isOpen = state.status === 'open';
  const parts: Span[] = [];
  const beyond = beyondWords(handoff, item);
  if (item.isGone) parts.push(span('no longer in the playbook', 'muted'));
  else if (isOpen && beyond) parts.push(span(beyond, 'muted'));
  else if (isOpen && !isAskedFor(handoff, item))
    parts.push(span('nothing noted; Enter adds', 'muted'));
  else if (item.isOptional && isOpen) parts.push(span('optional', 'muted'));
  if (item.isAdded) parts.push(span('added here', 'muted'));
  if (state.settledFor) parts.push(span('reworded since', 'warning'));
  if (state.waitsFor) parts.push(span('waits', 'muted'));
  if (state.owner) parts.push(span(state.owner, 'muted'));
  if (due && isOpen) {
    const isLate = isOverdue(due, handoff.timeZone, now);
    parts.push(span(dueWords(due, handoff.timeZone, now), isLate ? 'danger' : 'accent'));
  } else if (item.due && isOpen) parts.push(span(dueRuleWords(item.due), 'muted'));
  if (state.note) parts.push(span('note', 'muted'));
  if (state.evidence.length > 0) parts.push(span('evidence', 'muted'));
  const ran = lastRun(handoff, item.id, now);
  if (ran)
    parts.push(span(runRemark(handoff, ran, now), ran.state === 'failed' ? 'danger' : 'muted'));
  if (itemAudience(handoff, item.id) === 'internal') parts.push(span('internal', 'muted'));
  return parts;
}

/** What is only offered is not open work. */
export function itemSign(handoff: Handoff, item: Item): Sign {
  const {status} = itemStanding(handoff, item.id);
  return status === 'open' && !isAskedFor(handoff, item) ? offeredSign : statusSigns[status];
}

function hasSameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({text, token}, at) => text === other[at]?.text && token === other[at].token)
  );
}

type ItemRow = Row & Required<Pick<Row, 'sign' | 'depth' | 'remarks'>>;

interface Drawn {
  /** Of which the row is, whatever the time is; absent where it tells of a day. */
  readonly handoff: Handoff | undefined;
  readonly row: ItemRow;
}

const drawn = new WeakMap<Item, Drawn>();

/**
 * One item: its status, its text, and what is said about it. While nothing else is to be said, it is
 * the same row, so that of a thousand only those are drawn that have changed.
 */
function itemRow(shown: Shown, item: Item, depth: number): Row {
  const {handoff} = shown;
  const before = drawn.get(item);
  if (before?.handoff === handoff && before.row.depth === depth) return before.row;
  const sign = itemSign(handoff, item);
  const said = remarks(shown, item);
  const isSame =
    before?.row.sign === sign &&
    before.row.depth === depth &&
    hasSameSpans(before.row.remarks, said);
  const row: ItemRow = isSame
    ? before.row
    : {
        key: itemKey(item),
        sign,
        text: item.text,
        token: sign.token === 'muted' ? 'muted' : 'plain',
        depth,
        remarks: said,
      };
  const isTimed = dueOf(handoff, item) !== undefined || itemState(handoff, item.id).runs;
  drawn.set(item, {handoff: isTimed ? undefined : handoff, row});
  return row;
}

/**
 * Items with their children, and what stands under each, such as the rows of its table; children are
 * indented.
 */
export function itemRows(
  shown: Shown,
  items: readonly Item[],
  below: (item: Item, depth: number) => readonly Row[] = () => [],
  depth = 0,
): Row[] {
  return items.flatMap((item) => [
    itemRow(shown, item, depth),
    ...below(item, depth),
    ...itemRows(shown, item.children, below, depth + 1),
  ]);
}
