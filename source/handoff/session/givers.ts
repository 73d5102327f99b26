import {reserve, won} from './agenda-budget.ts';
import type {AgendaState} from './agenda-state.ts';

/** What can give minutes to the block that runs. */
export interface Giver {
  /** The id of a block, {@link won} or {@link reserve}. */
  readonly id: string;
  readonly name: string;
  /** Whole minutes. */
  readonly canGive: number;
  readonly why: string;
}

/** Time won goes first, then what belongs to no block, then what blocks to come can spare. */
export function giversOf({
  behind,
  reserve: spare,
  blocks,
}: Pick<AgendaState, 'behind' | 'reserve' | 'blocks'>): Giver[] {
  const early = Math.floor(Math.max(0, -behind) / 60_000);
  return [
    ...(early > 0
      ? [{id: won, name: 'Time won', canGive: early, why: 'left over by blocks that ended early'}]
      : []),
    ...(spare > 0
      ? [{id: reserve, name: 'Reserve', canGive: spare, why: 'planned for no block'}]
      : []),
    ...blocks
      .filter(({state}) => state === 'coming')
      .map(({item, canGive, minutes, floor}) => ({
        id: item.id,
        name: item.text,
        canGive,
        why: `has ${minutes} min, keeps ${floor}`,
      })),
  ];
}
