import {workItems} from '../../handoff/items.ts';
import {isSettled} from '../../handoff/progress.ts';
import {timeInBlock, type SessionClock} from '../../handoff/session-clock.ts';
import {clockWords, minutesWords, timeWords} from '../../handoff/wording.ts';
import type {Item} from '../../playbook/model.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import type {Entry} from './entry-list.tsx';
import {itemEntries} from './item-entries.ts';
import {line, span, spread, truncate, wrap, type Line} from './lines.tsx';

const notePrefix = 'note ';

/** The id of the session note behind a list entry; nothing for other entries. */
export function noteIdOf(entry: string | undefined): string | undefined {
  return entry?.startsWith(notePrefix) ? entry.slice(notePrefix.length) : undefined;
}

function blockEntry(view: View, clock: SessionClock, block: Item, width: number): Entry {
  const isSelected = view.selected === block.id;
  const isRunning = clock.block === block.id && clock.state !== 'ended';
  const isCovered = [block, ...block.children]
    .filter((item) => workItems(view.step).includes(item))
    .every((item) => isSettled(view.handoff, item));
  const spent = timeInBlock(view.handoff.session, block.id, view.now());
  const planned = block.minutes ? minutesWords(block.minutes) : '';
  const figure = spent > 0 ? `${clockWords(spent)} of ${planned}` : planned;
  const glyph = isRunning ? glyphs.running : isCovered ? glyphs.done : glyphs.open;
  return {
    id: block.id,
    isSelectable: true,
    lines: [
      spread(
        [
          span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
          span(`${glyph} `, isRunning ? 'accent' : isCovered ? 'success' : 'muted'),
          span(truncate(block.text, width - figure.length - 6), isSelected ? 'selected' : 'strong'),
        ],
        line(figure, 'muted'),
        width,
      ),
    ],
  };
}

function noteEntries(view: View, width: number): Entry[] {
  const {session, timeZone} = view.handoff;
  if (session.notes.length === 0) return [];
  const rows = session.notes.map((note): Entry => {
    const id = `${notePrefix}${note.id}`;
    const isSelected = view.selected === id;
    const isUnanswered = note.kind === 'question' && note.answer === undefined;
    const text = `${timeWords(note.at, timeZone)} ${note.kind}: ${note.text}`;
    const answer = note.answer === undefined ? [] : wrap(`Answer: ${note.answer}`, width - 6);
    return {
      id,
      isSelectable: note.kind === 'question',
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

/** Blocks with their topics, then what was logged. */
export function agendaEntries(view: View, clock: SessionClock, width = 80): Entry[] {
  const blocks = view.step.items.flatMap((block) => [
    blockEntry(view, clock, block, width),
    ...itemEntries(
      block.children,
      {handoff: view.handoff, selected: view.selected, width, now: view.now()},
      1,
    ),
  ]);
  return [...blocks, ...noteEntries(view, width)];
}
