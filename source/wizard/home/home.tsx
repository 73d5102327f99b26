import {useState} from 'react';
import {Box} from 'ink';
import {isOverdue} from '../../handoff/time/schedule.ts';
import {dueWords, progressWords} from '../../handoff/time/wording.ts';
import type {HandoffList} from '../../store/list-handoffs.ts';
import type {HandoffSummary} from '../../store/progress/progress-file.ts';
import {EntryList, type Entry} from '../list/entry-list.tsx';
import type {Message} from '../frame/message.ts';
import {Frame} from '../frame/frame.tsx';
import {line, padEnd, span, truncate, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {bar} from '../list/bar.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {selectionKeys} from '../keys/selection-keys.ts';
import {glyphs} from '../theme/glyphs.ts';

interface HomeProps {
  readonly list: HandoffList;
  readonly now: string;
  readonly initial?: string | undefined;
  readonly message: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
  readonly onSample: () => void;
  readonly onQuit: () => void;
}

function isNextOverdue({next, timeZone}: HandoffSummary, now: string): boolean {
  return next !== undefined && isOverdue(next.due, timeZone, now);
}

/** One handoff as two rows: who and what, then where it stands and what is due. */
function handoffEntry(
  handoff: HandoffSummary,
  isSelected: boolean,
  now: string,
  width: number,
): Entry {
  const {next, isSignedOff, settled, total, changedSince} = handoff;
  const phase = isSignedOff ? 'Signed off' : handoff.phase;
  const share = total > 0 ? settled / total : 1;
  const isLate = isNextOverdue(handoff, now);
  const name = truncate(`${handoff.customer} · ${handoff.system}`, width - 4);
  const since = changedSince > 0 ? span(`changed since: ${changedSince}  `, 'warning') : undefined;
  const due = next
    ? span(
        `${dueWords(next.due, handoff.timeZone, now)}: ${next.text}`,
        isLate ? 'danger' : 'accent',
      )
    : undefined;
  const lead = `    ${padEnd(truncate(phase, 14), 15)}`;
  const figure = ` ${padEnd(progressWords(handoff), 8)}`;
  const room = width - lead.length - 10 - figure.length - (since?.text.length ?? 0);
  return {
    id: handoff.id,
    isSelectable: true,
    lines: [
      [
        span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
        span(isLate ? `${glyphs.alarm} ` : '  ', 'danger'),
        span(name, isSelected ? 'selected' : 'strong'),
      ],
      [
        span(lead, isSignedOff ? 'success' : 'muted'),
        span(bar(share, 10), 'success'),
        span(figure, 'muted'),
        ...(since ? [since] : []),
        ...(due ? [{...due, text: truncate(due.text, room)}] : []),
      ],
    ],
  };
}

function brokenLines(list: HandoffList, width: number): Line[] {
  return list.broken.flatMap((error) => [
    ...wrapLines(`${glyphs.cross} ${error.message}`, width, 'danger'),
    ...(error.hint ? wrapLines(error.hint, width, 'muted') : []),
    [],
  ]);
}

/** All handoffs of this person, the one worked on last on top. */
export function Home(props: HomeProps) {
  const {list, now, message, onMessage} = props;
  const ids = list.handoffs.map(({id}) => id);
  // The cursor stays on its handoff when the order changes under it.
  const [selected, setSelected] = useState(props.initial ?? ids[0]);
  const current = ids.includes(selected ?? '') ? selected : ids[0];
  const layer: KeyLayer = [
    {
      action: 'open',
      run: () => current !== undefined && props.onOpen(current),
      isPrimary: true,
      ...(current === undefined ? {offBecause: 'There is no handoff to open.'} : {}),
    },
    {action: 'newHandoff', run: props.onNew, isPrimary: true},
    {action: 'sample', run: props.onSample, isPrimary: true},
    {action: 'quit', run: props.onQuit, isPrimary: true},
    ...selectionKeys(ids, current, setSelected),
  ];
  const overdue = list.handoffs.filter((handoff) => isNextOverdue(handoff, now)).length;
  const count = `${ids.length} handoff${ids.length === 1 ? '' : 's'}`;
  return (
    <Frame
      title="handoff-wizard"
      place={overdue > 0 ? `${count}, ${overdue} overdue` : count}
      layer={layer}
      message={message}
      onMessage={onMessage}
    >
      {({width, height}) => {
        const broken = brokenLines(list, width);
        return (
          <Box flexDirection="column">
            <Lines lines={[line('Handoffs', 'heading'), []]} />
            <EntryList
              entries={list.handoffs.map((handoff) =>
                handoffEntry(handoff, handoff.id === current, now, width),
              )}
              selected={current}
              height={Math.max(2, height - 2 - broken.length)}
            />
            <Lines lines={broken} />
          </Box>
        );
      }}
    </Frame>
  );
}
