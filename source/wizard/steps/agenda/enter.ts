import {isSettled} from '../../../handoff/items/progress.ts';
import type {SessionNote} from '../../../handoff/model/session.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {refusedBecause} from '../../asking/refusal-words.ts';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import {itemKey} from '../../list/selected-line.ts';
import type {View} from '../../view.ts';
import {nextOpen} from '../items/settle-item.ts';
import {askAnswer} from './asks.ts';
import {agendaBindings} from './bindings.ts';
import {itemBindings} from '../items/item-bindings.ts';

interface At {
  readonly item: Item | undefined;
  readonly note: SessionNote | undefined;
}

function off(why: string | undefined): {readonly offBecause?: string} {
  return why === undefined ? {} : {offBecause: why};
}

/** The clock goes over to a block. */
function blockKey(view: View, {clock}: AgendaState, block: Item): KeyAction {
  const change = {type: 'session/block-entered', block: block.id} as const;
  const runs = clock.state !== 'ended' && clock.block === block.id;
  return {
    binding: agendaBindings.enterBlock,
    isPrimary: true,
    run: () => void view.dispatch([change], {said: `Now: ${block.text}`}),
    ...off(runs ? `${block.text} is running.` : refusedBecause(view, change)),
  };
}

/** A topic is covered; from one that is, to the next. */
function topicKey(view: View, topic: Item): KeyAction {
  const key = {binding: itemBindings.confirm, isPrimary: true} as const;
  const next = nextOpen(view, topic);
  if (isSettled(view.handoff, topic))
    return {
      ...key,
      label: 'next topic',
      run: () => next && view.select(itemKey(next)),
      ...off(next ? undefined : 'Every topic is covered.'),
    };
  const change = {type: 'item/settled', item: topic.id, status: 'done'} as const;
  return {
    ...key,
    label: 'covered',
    run: () =>
      void view.dispatch([change], {
        select: itemKey(next ?? topic),
        said: `Covered: ${topic.text}`,
      }),
    ...off(refusedBecause(view, change)),
  };
}

/** A question is answered, an action has its outcome; a note leads to the block it was logged in. */
function noteKey(view: View, note: SessionNote): KeyLayer {
  if (note.kind !== 'note')
    return [
      {
        binding: agendaBindings.answer,
        isPrimary: true,
        label: note.kind === 'action' ? 'outcome' : 'answer',
        run: () => askAnswer(view, note),
      },
    ];
  const block = view.step.items.find(({id}) => id === note.block);
  if (!block) return [];
  return [
    {binding: agendaBindings.toBlock, isPrimary: true, run: () => view.select(itemKey(block))},
  ];
}

/** What Enter does: one thing for each kind of line. */
export function enterKey(view: View, agenda: AgendaState, {item, note}: At): KeyLayer {
  if (note) return noteKey(view, note);
  if (!item) return [];
  const isBlock = view.step.items.includes(item) && item.children.length > 0;
  return [isBlock ? blockKey(view, agenda, item) : topicKey(view, item)];
}
