import type {Change} from '../../handoff/changes/catalogue.ts';
import type {ItemStatus} from '../../handoff/model/item-state.ts';
import {readDate} from '../../handoff/time/dates.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import type {Audience, Item} from '../../playbook/playbook.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {chooseReader} from '../choose-handoff.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {oneLine} from '../../services/one-line.ts';
import {findTargetItem} from './find-target-item.ts';

export interface ItemOptions {
  readonly reason?: string;
  readonly note?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly evidence?: string;
  readonly audience?: Audience;
  readonly handoff?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const statuses: Readonly<Record<string, ItemStatus>> = {
  done: 'done',
  open: 'open',
  na: 'not-applicable',
};

function readStatus(word: string): ItemStatus {
  const status = statuses[word];
  if (status) return status;
  throw new Problem(`"${word}" is no status.`, 'Use done, open or na.');
}

/** A due day as {@link readDate} has it; an empty one takes the day away. */
export function readDue(text: string, today: string): string {
  if (text === '') return '';
  const reading = readDate(text, today);
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem, 'An empty --due takes the day away.');
}

function changesFor(
  item: Item,
  status: ItemStatus,
  options: ItemOptions,
  {known, today}: {readonly known: string | undefined; readonly today: string},
): Change[] {
  const given = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));
  const [note, owner, evidence] = [options.note, options.owner, options.evidence].map(given);
  const due = options.due === undefined ? undefined : readDue(options.due, today);
  const reason = given(options.reason) ?? known;
  if (status === 'not-applicable' && !reason)
    throw new Problem(
      'An item that does not apply needs a reason.',
      'Add --reason "why it does not apply here".',
    );
  if (status !== 'not-applicable' && options.reason !== undefined)
    throw new Problem(
      'A reason belongs to an item that does not apply.',
      'Say na instead, or write what is to be said with --note.',
    );
  const id = item.id;
  return [
    {
      type: 'item/settled',
      item: id,
      status,
      ...(status === 'not-applicable' ? {reason: reason ?? ''} : {}),
    },
    ...(note === undefined ? [] : [{type: 'item/noted', item: id, note} as const]),
    ...(owner === undefined ? [] : [{type: 'item/assigned', item: id, owner} as const]),
    ...(due === undefined ? [] : [{type: 'item/scheduled', item: id, due} as const]),
    ...(evidence === undefined
      ? []
      : [{type: 'item/evidenced', item: id, link: evidence} as const]),
    ...(options.audience === undefined
      ? []
      : [{type: 'item/addressed', item: id, audience: options.audience} as const]),
  ];
}

/** Settles one item from the command line, all parts in one write. */
export async function item(query: string, word: string, options: ItemOptions): Promise<number> {
  const context = await readContext();
  const {home} = context;
  const reader = await chooseReader(home, options, 'acts');
  const {handoff} = reader.snapshot();
  const {item: target, step} = findTargetItem(handoff, query);
  const known = itemStanding(handoff, target.id).reason;
  const today = dayIn(handoff.timeZone, new Date().toISOString());
  const changes = changesFor(target, readStatus(word), options, {known, today});
  const {dryRun: isDry = false, json: isJson = false} = options;
  const recorded = await recordChanges(reader, {context, isDry, decide: () => changes});
  tellRecorded(recorded, {isDry, isJson, line: `${word} – ${target.text} (${step.title})`});
  if (!isDry) tellNameNotice(context);
  return 0;
}
