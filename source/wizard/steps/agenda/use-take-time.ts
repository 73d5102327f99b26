import {useState} from 'react';
import {reserve, won} from '../../../handoff/session/agenda-budget.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {line, span, spread, wrapLines, type Line} from '../../list/line.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectionKeys} from '../../keys/selection-keys.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {View} from '../../view.ts';

interface Giver {
  readonly id: string;
  readonly name: string;
  readonly canGive: number;
  readonly why: string;
}

/** Time won goes first, then what belongs to no block, then what blocks to come can spare. */
function giversOf({behind, reserve: spare, blocks}: AgendaState): Giver[] {
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

export interface TakeTime {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly selected: string | undefined;
  readonly layer: KeyLayer;
  readonly lead: (width: number) => readonly Line[];
  readonly entries: (width: number) => readonly Entry[];
}

/** Moving minutes to the running block: who can give how many, and the keys that take them. */
export function useTakeTime(view: View, agenda: AgendaState): TakeTime {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const running = agenda.blocks.find(({state}) => state === 'running')?.item;
  const givers = giversOf(agenda);
  const able = givers.filter(({canGive}) => canGive > 0);
  const giver = able.find(({id}) => id === chosen) ?? able[0];

  function take(minutes: number): void {
    if (!giver || !running) return;
    const taken = Math.min(minutes, giver.canGive);
    void view.dispatch(
      [{type: 'session/time-moved', from: giver.id, to: running.id, minutes: taken}],
      {
        said: `${taken} min from ${giver.name} to ${running.text}. u takes it back.`,
      },
    );
  }

  const off = giver
    ? {}
    : {offBecause: 'No block has a minute to give; plan a second part with P.'};
  return {
    isOpen: isOpen && running !== undefined,
    open: () => {
      view.say(undefined);
      setOpen(true);
    },
    selected: giver?.id,
    layer: [
      {action: 'takeOne', run: () => take(1), isPrimary: true, ...off},
      {action: 'takeFive', run: () => take(5), isPrimary: true, ...off},
      {action: 'undo', run: view.undo, isPrimary: true},
      ...selectionKeys(
        able.map(({id}) => id),
        giver?.id,
        setChosen,
      ),
      {action: 'back', run: () => setOpen(false), isPrimary: true, label: 'done'},
    ],
    lead: (width) => [
      ...wrapLines(
        able.length > 0
          ? `Take minutes for ${running?.text ?? ''} from:`
          : 'No block has a minute to give: each is at its floor.',
        width,
        able.length > 0 ? 'strong' : 'warning',
      ),
      [],
    ],
    entries: (width) =>
      givers.map(({id, name, canGive, why}): Entry => {
        const isSelected = id === giver?.id;
        const gives = canGive > 0 ? `can give ${canGive} min` : 'can give nothing';
        return {
          id,
          isSelectable: canGive > 0,
          lines: [
            spread(
              [
                span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
                span(name, isSelected ? 'selected' : canGive > 0 ? 'plain' : 'muted'),
              ],
              line(gives, canGive > 0 ? 'success' : 'muted'),
              width,
            ),
            line(`    ${why}`, 'muted'),
          ],
        };
      }),
  };
}
