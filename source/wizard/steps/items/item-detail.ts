import type {Handoff} from '../../../handoff/model/handoff.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import {audienceLine} from './audience-key.ts';
import {settledForWords} from '../../../handoff/standing/settled-for.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {toldDetails} from '../../../playbook/runnable/told-details.ts';
import {lackingWithout} from '../../../handoff/registers/offered.ts';
import {itemSign} from './item-rows.ts';
import {gotchasOfItem} from '../../../playbook/gotchas-at.ts';
import {commandDetail} from '../../running/command-detail.ts';
import {span, wrapLines, type Line} from '../../list/line.ts';
import {openableAddress} from '../../theme/hyperlinks.ts';
import {mutedLines} from '../../markdown/remembered-lines.ts';

/** Everything known about an item. */
export function itemLines(handoff: Handoff, item: Item, now: string, width: number): Line[] {
  const state = itemStanding(handoff, item.id);
  const sign = itemSign(handoff, item);
  const told = toldDetails(item);
  const reworded = settledForWords(state);
  const lacking = state.status === 'open' ? lackingWithout(item) : undefined;
  return [
    [span(`${sign.word}${changeWords(handoff, item, now)}`, sign.token)],
    ...audienceLine({handoff}, {kind: 'item', id: item.id}),
    ...(lacking ? wrapLines(`Without it ${lacking}.`, width, 'muted') : []),
    ...(reworded ? wrapLines(`${reworded} Tick it if that holds now.`, width, 'warning') : []),
    ...(item.isGone
      ? wrapLines('The playbook has it no more; what was said of it stays.', width, 'muted')
      : []),
    ...(state.waitsFor ? wrapLines(`Waits: ${state.waitsFor.text}`, width, 'warning') : []),
    ...(state.reason ? wrapLines(`Reason: ${state.reason}`, width) : []),
    ...(state.note ? wrapLines(`Note: ${state.note}`, width) : []),
    ...state.evidence.flatMap((link) =>
      wrapLines(`Evidence: ${link}`, width, 'plain', openableAddress(link)),
    ),
    ...(told === '' ? [] : mutedLines(told, width)),
    ...linkLines(item, width),
    ...gotchasOfItem(handoff.playbook, item).flatMap(({text}) =>
      wrapLines(`Gotcha: ${text}`, width, 'warning'),
    ),
    ...commandDetail(handoff, item, now, width),
  ];
}

/** Where the links of an item lead that its details do not show. */
function linkLines({links, details = ''}: Item, width: number): Line[] {
  return links
    .filter(({url}) => !url.startsWith('#') && !details.includes(url))
    .flatMap(({text, url}) =>
      wrapLines(text === url ? url : `${text}: ${url}`, width, 'muted', openableAddress(url)),
    );
}

function changeWords(handoff: Handoff, item: Item, now: string): string {
  const {saidBy, ...state} = itemStanding(handoff, item.id);
  const {settledAt: at = state.changedAt, settledBy: by = state.changedBy} = state;
  if (!at) return '';
  const day = dayWords(dayIn(handoff.timeZone, at), handoff.timeZone, now);
  const when = `${day} ${timeWords(at, handoff.timeZone)}`;
  return saidBy === undefined ? `, ${when}, ${by}` : `, said by ${saidBy}, ${when}`;
}
