import {useState} from 'react';
import {Box} from 'ink';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {LegacyPrompt} from '../asking/legacy-prompt.tsx';
import {promptRows} from '../asking/prompt.tsx';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {endedLines, runbookTitle, runningLines, shownLines} from './runbook-lines.ts';
import {useRunbookRun, type RunbookRun} from './use-runbook-run.ts';
import {glyphs} from '../theme/glyphs.ts';
import {useTick} from '../use-tick.ts';
import type {View} from '../view.ts';

interface RunbookRunProps {
  readonly view: View;
  readonly record: HandoffRecord;
  readonly onClose: () => void;
}

/** As many rows as fit from `top` on, and how many more there are. */
function scrolled(lines: readonly Line[], top: number, height: number): readonly Line[] {
  if (lines.length <= height) return lines;
  const rest = lines.length - top - (height - 1);
  const end =
    rest > 0
      ? line(`${glyphs.down} ${rest} more below`, 'muted')
      : line(`${glyphs.up} ${top} above`, 'muted');
  return [...lines.slice(top, top + height - 1), end];
}

/** The keys of each moment of a run, but for those that scroll. */
function phaseKeys({
  phase,
  isChanging,
  notMetBecause,
  takeAsExpected,
  ...run
}: RunbookRun): KeyLayer {
  switch (phase.at) {
    case 'shown':
      return [
        isChanging
          ? {action: 'save', run: () => undefined, label: 'run it', isPrimary: true}
          : {action: 'runShown', run: run.run, isPrimary: true},
        {action: 'back', run: run.leave, label: 'leave it', isPrimary: true},
      ];
    case 'running':
      return [{action: 'cancel', run: run.stop, isPrimary: true}];
    case 'ended': {
      const isSuggested = phase.run.judgement.isMet && notMetBecause === undefined;
      return [
        ...(phase.run.end === 'not-started'
          ? []
          : ([
              {
                action: 'asSuggested',
                run: () => run.judge(isSuggested),
                label: isSuggested ? 'as expected' : 'not as expected',
                isPrimary: true,
              },
              {
                action: 'asExpected',
                run: () => run.judge(true),
                isPrimary: !isSuggested,
                ...(notMetBecause === undefined ? {} : {offBecause: notMetBecause}),
              },
              {
                action: 'notAsExpected',
                run: () => run.judge(false),
                isPrimary: isSuggested,
              },
            ] as const)),
        ...(takeAsExpected
          ? ([{action: 'takeAsExpected', run: takeAsExpected, isPrimary: true}] as const)
          : []),
        {action: 'back', run: run.leave, label: 'record nothing', isPrimary: true},
      ];
    }
  }
}

/** What is asked or suggested below the rows. */
function Bottom({run, width}: {readonly run: RunbookRun; readonly width: number}) {
  const {phase, isChanging} = run;
  if (phase.at === 'shown' && isChanging)
    return (
      <LegacyPrompt
        width={width}
        question={{
          label: 'Run exactly this',
          hint: 'It changes the system. Type yes to run it.',
          initialText: '',
          problemWith: (text) =>
            text.toLowerCase() === 'yes' ? undefined : 'Type yes to run it, or leave with Esc.',
          onAnswer: run.run,
        }}
      />
    );
  return <Lines lines={bottomLines(run, width)} />;
}

function bottomLines({phase, notMetBecause}: RunbookRun, width: number): Line[] {
  if (phase.at !== 'ended') return [];
  const {judgement} = phase.run;
  const isMet = judgement.isMet && notMetBecause === undefined;
  const reason = judgement.isMet ? (notMetBecause ?? judgement.reason) : judgement.reason;
  return [
    line('─'.repeat(width), 'muted'),
    ...wrapLines(reason, width, isMet ? 'success' : 'warning').slice(0, 2),
    ...(phase.run.end === 'not-started'
      ? []
      : [line(`Is the output as expected? Suggested: ${isMet ? 'yes' : 'no'}.`, 'strong')]),
  ];
}

/**
 * Runs a runbook over the whole screen: exactly what would run, then its output as it comes, then
 * the question whether that is what the runbook promises.
 */
export function RunbookRunScreen({view, record: opened, onClose}: RunbookRunProps) {
  // What was shown is what runs, also when somebody else changes the row meanwhile.
  const [record] = useState(opened);
  const run = useRunbookRun(view, record, onClose);
  const {phase} = run;
  const [top, setTop] = useState(0);
  const [lastPhase, setLastPhase] = useState(phase.at);
  useTick(phase.at === 'running');
  if (lastPhase !== phase.at) {
    setLastPhase(phase.at);
    setTop(0);
  }

  const linesFor = (width: number, height: number): readonly Line[] => {
    if (phase.at === 'shown') return shownLines(view, record, run, width);
    if (phase.at === 'ended') return endedLines(phase.run, run.expected, width);
    const now = Date.parse(view.now());
    return runningLines(phase.since, now, phase.output, width, height);
  };
  const scroll = (by: number) => () => setTop((before) => Math.max(0, before + by));
  const keys: KeyLayer = [
    ...phaseKeys(run),
    {action: 'nextField', run: scroll(1), label: 'down'},
    {action: 'previousField', run: scroll(-1), label: 'up'},
    {action: 'pageDown', run: scroll(10)},
    {action: 'pageUp', run: scroll(-10)},
  ];
  return (
    <StepFrame view={view} layer={keys} isTyping isWide>
      {({width, height}) => {
        const bottom =
          phase.at === 'shown' && run.isChanging ? promptRows() : bottomLines(run, width).length;
        const room = height - bottom - 2;
        const lines = linesFor(width, room);
        const lowest = Math.max(0, lines.length - room + 1);
        if (top > lowest) setTop(lowest);
        return (
          <Box flexDirection="column" height={height}>
            <Lines lines={[runbookTitle(record, run, width), []]} />
            <Box flexGrow={1} flexDirection="column">
              <Lines lines={scrolled(lines, Math.min(top, lowest), room)} />
            </Box>
            <Bottom run={run} width={width} />
          </Box>
        );
      }}
    </StepFrame>
  );
}
