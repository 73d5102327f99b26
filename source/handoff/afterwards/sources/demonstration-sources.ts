import {allItems} from '../../../playbook/walk.ts';
import type {Demonstration} from '../../model/demonstration.ts';
import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import {runbookFor} from '../../session/demonstration-items.ts';
import {triesOf} from '../../session/demonstrations.ts';
import {nextCheckIn} from '../transition-period.ts';
import type {Source} from './source.ts';

function titleOf(handoff: Handoff, item: string): string {
  return allItems(handoff.playbook).find((place) => place.item.id === item)?.item.text ?? item;
}

const placeOf = ({playbook}: Handoff, id: string) =>
  placeOn(playbook, 'demonstrations', {kind: 'item', id});

/** A task that was not performed unaided yet; the next unaided try settles it. */
function repeat(handoff: Handoff, item: string): Source[] {
  const tries = triesOf(handoff, item).filter(({result}) => result !== undefined);
  const last = tries.at(-1);
  if (!last || tries.every(({result}) => result === 'unaided')) return [];
  const title = titleOf(handoff, item);
  const text =
    last.result === 'failed'
      ? `Teach "${title}" again, then have it performed unaided`
      : `Have "${title}" performed unaided at a check-in`;
  const source = {
    kind: 'demonstration',
    subject: item,
    text,
    place: placeOf(handoff, item),
  } as const;
  const since = last.endedAt ?? last.startedAt;
  if (last.result === 'unaided')
    return [{...source, raisedAt: since, settled: {since, why: 'it was performed unaided'}}];
  const due = nextCheckIn(handoff)?.due;
  return [{...source, raisedAt: since, failedAt: since, ...(due === undefined ? {} : {due})}];
}

/** What they had to be told; the runbook that says it from then on settles it. */
function runbookChange(handoff: Handoff, demonstration: Demonstration): Source[] {
  const {id, item, result, remark, startedAt, endedAt = startedAt} = demonstration;
  if (!remark || result === 'unaided') return [];
  const found = allItems(handoff.playbook).find((place) => place.item.id === item);
  const row = found && runbookFor(handoff, found.item)?.row;
  const runbook = handoff.records.find((record) => record.id === row);
  const isChanged = runbook && Date.parse(runbook.changedAt) > Date.parse(endedAt);
  return [
    {
      kind: 'runbook change',
      subject: id,
      text: `Change the runbook of "${titleOf(handoff, item)}": ${remark}`,
      place: placeOf(handoff, item),
      raisedAt: endedAt,
      ...(isChanged
        ? {settled: {since: runbook.changedAt, why: 'the runbook was changed since'}}
        : {}),
    },
  ];
}

export function demonstrationSources(handoff: Handoff): Source[] {
  const items = [...new Set(handoff.demonstrations.map(({item}) => item))];
  return [
    ...items.flatMap((item) => repeat(handoff, item)),
    ...handoff.demonstrations.flatMap((shown) => runbookChange(handoff, shown)),
  ];
}
