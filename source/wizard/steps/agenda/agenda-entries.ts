import {workItems} from '../../../handoff/items/items.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {isSettled} from '../../../handoff/items/progress.ts';
import type {AgendaState, BlockState} from '../../../handoff/session/agenda-state.ts';
import {clockWords, timeWords} from '../../../handoff/time/wording.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {View} from '../../view.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {itemEntries} from '../items/item-entries.ts';
import {line, span, spread, truncate, wrap, type Line} from '../../list/line.ts';
import {itemKey} from '../../list/selected-line.ts';

/** The id of the session note that a selected line is. */
export function selectedNote(selected: string | undefined): string | undefined {
  const line = readLine(selected);
  return line?.kind === 'note' ? line.id : undefined;
}

function blockEntry(view: View, state: BlockState, width: number): Entry {
  const {item: block, spent, minutes} = state;
  const id = itemKey(block);
  const isSelected = view.selected === id;
  const isRunning = state.state === 'running';
  const isCovered = [block, ...block.children]
    .filter((item) => workItems(view.step).includes(item))
    .every((item) => isSettled(view.handoff, item));
  const planned = minutes > 0 ? `${minutes} min` : '';
  const figure = spent === 0 ? planned : `${clockWords(spent)}${planned ? ` of ${planned}` : ''}`;
  const glyph = isRunning ? glyphs.running : isCovered ? glyphs.done : glyphs.open;
  return {
    id,
    isSelectable: true,
    lines: [
      spread(
        [
          span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
          span(`${glyph} `, isRunning ? 'accent' : isCovered ? 'success' : 'muted'),
          span(truncate(block.text, width - figure.length - 6), isSelected ? 'selected' : 'strong'),
        ],
        line(figure, minutes > 0 && state.left < 0 ? 'danger' : 'muted'),
        width,
      ),
    ],
  };
}

function noteEntries(view: View, width: number): Entry[] {
  const {session, timeZone} = view.handoff;
  if (session.notes.length === 0) return [];
  const rows = session.notes.map((note): Entry => {
    const id = lineKey({kind: 'note', id: note.id});
    const isSelected = view.selected === id;
    const isUnanswered = note.kind !== 'note' && note.answer === undefined;
    const text = `${timeWords(note.at, timeZone)} ${note.kind}: ${note.text}`;
    const label = note.kind === 'action' ? 'Outcome' : 'Answer';
    const answer = note.answer === undefined ? [] : wrap(`${label}: ${note.answer}`, width - 6);
    return {
      id,
      isSelectable: note.kind !== 'note',
      lines: [
        ...wrap(text, width - 4).map((row, index): Line => [
          span(`${isSelected && index === 0 ? glyphs.cursor : ' '} `, 'accent'),
          span(
            index === 0 ? `${isUnanswered ? glyphs.question : glyphs.dot} ` : '  ',
            isUnanswered ? 'warning' : 'muted',
          ),
          span(row, isSelected ? 'selected' : 'plain'),
        ]),
        ...answer.map((row): Line => [span('      '), span(row, 'muted')]),
      ],
    };
  });
  return [{id: 'notes', isSelectable: false, lines: [[], line('  Logged', 'muted')]}, ...rows];
}

/** Blocks of this part with their topics, then what was logged. */
export function agendaEntries(view: View, agenda: AgendaState, width = 80): Entry[] {
  const {handoff, selected} = view;
  const blocks = agenda.blocks.flatMap((state) => [
    blockEntry(view, state, width),
    ...itemEntries(state.item.children, {handoff, selected, width, now: view.now()}, 1),
  ]);
  return [...blocks, ...noteEntries(view, width)];
}
