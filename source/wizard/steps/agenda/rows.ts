import {noteAudience} from '../../../handoff/audience/audience-of.ts';
import {followUpId} from '../../../handoff/afterwards/follow-up-id.ts';
import {followUps} from '../../../handoff/afterwards/follow-ups.ts';
import {workItems} from '../../../handoff/items/items.ts';
import {isSettled} from '../../../handoff/items/progress.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import type {SessionNote} from '../../../handoff/model/session.ts';
import type {AgendaState, BlockState} from '../../../handoff/session/agenda-state.ts';
import {clockWords, dueWords, timeWords} from '../../../handoff/time/wording.ts';
import {line, span, type Span} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';
import {itemKey} from '../../list/selected-line.ts';
import {glyphs, type Sign} from '../../theme/glyphs.ts';
import type {View} from '../../view.ts';
import {itemRows} from '../items/item-rows.ts';

/** The session note that a selected line is. */
export function selectedNote(
  {handoff}: Pick<View, 'handoff'>,
  selected: string | undefined,
): SessionNote | undefined {
  const at = readLine(selected);
  return at?.kind === 'note' ? handoff.session.notes.find(({id}) => id === at.id) : undefined;
}

const running: Sign = {glyph: glyphs.running, word: 'running', token: 'accent'};
const covered: Sign = {glyph: glyphs.done, word: 'covered', token: 'success'};
const coming: Sign = {glyph: glyphs.open, word: 'open', token: 'muted'};

function blockRow(view: View, state: BlockState): Row {
  const {item: block, spent, minutes, left} = state;
  const isCovered = [block, ...block.children]
    .filter((item) => workItems(view.handoff, view.step).includes(item))
    .every((item) => isSettled(view.handoff, item));
  const planned = minutes > 0 ? `${minutes} min` : '';
  const figure = spent === 0 ? planned : `${clockWords(spent)}${planned ? ` of ${planned}` : ''}`;
  return {
    key: itemKey(block),
    sign: state.state === 'running' ? running : isCovered ? covered : coming,
    text: block.text,
    token: 'strong',
    figure: line(figure, minutes > 0 && left < 0 ? 'danger' : 'muted'),
    isCut: true,
  };
}

const isOpenQuestion: Sign = {glyph: glyphs.question, word: 'open', token: 'warning'};
const isLogged: Sign = {glyph: glyphs.dot, word: '', token: 'muted'};

/** Who sees to an action, and by when. */
function dutyWords(view: View, {id}: SessionNote): string {
  const {handoff} = view;
  const point = followUps(handoff).find(
    (one) => one.id === followUpId({kind: 'action', subject: id}),
  );
  if (!point) return '';
  const due = point.due ? `, ${dueWords(point.due, handoff.timeZone, view.now())}` : '';
  return `${point.owner}${due}`;
}

function noteRow(view: View, note: SessionNote): Row {
  const {id, kind, at, text, answer} = note;
  const isOpen = kind !== 'note' && answer === undefined;
  const label = kind === 'action' ? 'Outcome' : 'Answer';
  const duty = kind === 'action' ? dutyWords(view, note) : '';
  const below: Span[] = [
    ...(duty ? [span(duty, 'muted')] : []),
    ...(noteAudience(note) === (kind === 'note' ? 'customer' : 'internal')
      ? [span(kind === 'note' ? 'the customer may read it' : 'internal', 'muted')]
      : []),
    ...(answer === undefined ? [] : [span(`${label}: ${answer}`, 'muted')]),
  ];
  return {
    key: lineKey({kind: 'note', id}),
    sign: isOpen ? isOpenQuestion : isLogged,
    text: `${timeWords(at, view.handoff.timeZone)} ${kind}: ${text}`,
    below,
  };
}

/** Blocks of this part with their topics, what belongs to none of them, then what was logged. */
export function agendaRows(view: View, {blocks, reserve}: AgendaState): Row[] {
  const {handoff} = view;
  const {notes} = handoff.session;
  const shown = {handoff, now: view.now()};
  return [
    ...blocks.flatMap((state) => [
      blockRow(view, state),
      ...itemRows(shown, state.item.children, undefined, 1),
    ]),
    ...(reserve > 0
      ? [
          {
            text: 'Reserve, for no block',
            token: 'muted',
            figure: line(`${reserve} min`, 'muted'),
          } as const,
        ]
      : []),
    ...(notes.length > 0 ? [gap, headingRow('Logged')] : []),
    ...notes.map((note) => noteRow(view, note)),
  ];
}
