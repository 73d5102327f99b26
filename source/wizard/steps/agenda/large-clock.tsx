import {Box, useIsScreenReaderEnabled} from 'ink';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import {clockWords} from '../../../handoff/time/wording.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {View} from '../../view.ts';
import {bigDigits} from './big-digits.ts';
import type {Size} from '../../frame/size.ts';
import {line, lineWidth, span, truncate, type Line} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {sessionAlerts} from './alerts.ts';
import {leftToken, paceLines} from './lead.ts';

interface LargeClockProps {
  readonly view: View;
  readonly agenda: AgendaState;
  readonly size: Size;
}

function centred(spans: Line, width: number): Line {
  const gap = Math.max(0, Math.floor((width - lineWidth(spans)) / 2));
  return [span(' '.repeat(gap)), ...spans];
}

/** Time left of the running block in figures for the whole room, and what comes next. */
export function LargeClock({view, agenda, size}: LargeClockProps) {
  const {width, height} = size;
  const {blocks, clock} = agenda;
  const at = blocks.findIndex(({state}) => state === 'running');
  const block = blocks[at];
  const next = blocks[at + 1];
  const state =
    clock.state === 'paused'
      ? 'paused'
      : block && block.minutes > 0 && block.left < 0
        ? 'over its time'
        : 'left';
  const token = clock.state === 'paused' ? 'muted' : block ? leftToken(block) : 'plain';
  const alerts = sessionAlerts(view, agenda, width);
  const rest: Line[] = [
    ...paceLines(view, agenda, width).map((one) => centred(one, width)),
    centred(
      line(next ? `Next: ${next.item.text}, ${next.minutes} min` : 'This is the last block.'),
      width,
    ),
    ...alerts,
  ];
  const name: Line = [
    span(truncate(block?.item.text ?? 'Session', width - 20), 'heading'),
    span(`  ${clock.state === 'paused' ? `${glyphs.paused} ` : ''}${state}`, token),
  ];
  const figures = block && block.minutes > 0 ? block.left : agenda.left;
  const words = clockWords(figures);
  const isRead = useIsScreenReaderEnabled();
  const digits = isRead ? [words] : bigDigits(words, width, height - rest.length - 3);
  const lines: Line[] = [
    centred(name, width),
    [],
    ...digits.map((row) => centred(line(row, token), width)),
    [],
    ...rest,
  ];
  const above = Math.max(0, Math.floor((height - lines.length) / 2));
  return (
    <Box flexDirection="column" paddingTop={above}>
      <Lines lines={lines} />
    </Box>
  );
}
