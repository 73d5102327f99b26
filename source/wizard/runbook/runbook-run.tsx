import {useState} from 'react';
import {Box} from 'ink';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {namedRunbook} from '../../handoff/standing/named-in-rows.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import {glyphs} from '../theme/glyphs.ts';
import {useTick} from '../use-tick.ts';
import type {View} from '../view.ts';
import {endedLines, runbookTitle, runningLines, shownLines} from './runbook-lines.ts';
import {useRunbookRun, type RunbookRun} from './use-runbook-run.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {stepBindings} from '../steps/step-bindings.ts';
import {runbookBindings} from './runbook-bindings.ts';

interface RunbookRunProps {
  readonly view: View;
  readonly record: HandoffRecord;
  readonly onClose: () => void;
}

function endedKeys({phase, notMetBecause, takeAsExpected, judge}: RunbookRun): KeyLayer {
  if (phase.at !== 'ended') return [];
  const isSuggested = phase.run.judgement.isMet && notMetBecause === undefined;
  const judging: KeyLayer = [
    {
      binding: runbookBindings.asSuggested,
      run: () => judge(isSuggested),
      label: isSuggested ? 'as expected' : 'not as expected',
      isPrimary: true,
    },
    {
      binding: runbookBindings.asExpected,
      run: () => judge(true),
      isPrimary: !isSuggested,
      ...(notMetBecause === undefined ? {} : {offBecause: notMetBecause}),
    },
    {binding: runbookBindings.notAsExpected, run: () => judge(false), isPrimary: isSuggested},
  ];
  return [
    ...(phase.run.end === 'not-started' ? [] : judging),
    ...(takeAsExpected
      ? ([{binding: runbookBindings.takeAsExpected, run: takeAsExpected, isPrimary: true}] as const)
      : []),
  ];
}

/** What leaving does. */
function leaving({isKept}: RunbookRun): string {
  return isKept ? 'leave, keep the try' : 'leave it';
}

/** The keys of each moment of a run. */
function phaseKeys(run: RunbookRun): KeyLayer {
  const {phase} = run;
  switch (phase.at) {
    case 'shown':
      return [
        run.step.commands === ''
          ? {binding: runbookBindings.stepDone, run: run.run, isPrimary: true}
          : {binding: runbookBindings.runShown, run: run.run, isPrimary: true},
        ...(run.byHand
          ? ([{binding: runbookBindings.stepByHand, run: run.byHand, isPrimary: true}] as const)
          : []),
        {binding: frameBindings.back, run: run.leave, label: leaving(run), isPrimary: true},
      ];
    case 'running':
      return [{binding: stepBindings.stop, run: run.stop, isPrimary: true}];
    case 'ended':
      return [
        ...endedKeys(run),
        {
          binding: frameBindings.back,
          run: run.leave,
          label: run.isKept ? leaving(run) : 'record nothing',
          isPrimary: true,
        },
      ];
  }
}

/** What is suggested below the output. */
function bottomLines({phase, notMetBecause}: RunbookRun, width: number): Line[] {
  if (phase.at !== 'ended') return [];
  const {judgement} = phase.run;
  const isMet = judgement.isMet && notMetBecause === undefined;
  const reason = judgement.isMet ? (notMetBecause ?? judgement.reason) : judgement.reason;
  return [
    line(glyphs.rule.repeat(width), 'muted'),
    ...wrapLines(reason, width, isMet ? 'success' : 'warning'),
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
  const run = useRunbookRun(view, record, {
    onClose,
    onOther(name) {
      const other = namedRunbook(view.handoff, 'runbook', name);
      if (other)
        view.open((now, close) => <RunbookRunScreen view={now} record={other} onClose={close} />);
    },
  });
  const {phase} = run;
  const pane = usePane();
  useTick(phase.at === 'running');

  const linesFor = (width: number): readonly Line[] => {
    if (phase.at === 'shown') return shownLines(view, record, run, width);
    if (phase.at === 'ended') return endedLines(phase.run, run.step.expected, width);
    return runningLines(phase.since, Date.parse(view.now()), phase.output, width);
  };
  return (
    <StepFrame view={view} layer={[...phaseKeys(run), ...pane.keys]} isOver>
      {({width, height}) => {
        const bottom = bottomLines(run, width);
        const room = Math.max(1, height - bottom.length - 2);
        return (
          <>
            <Lines lines={[runbookTitle(record, run, width), []]} />
            <Box flexGrow={1} flexDirection="column">
              <Pager
                key={`${run.runs.length} ${phase.at}`}
                ref={pane.ref}
                lines={linesFor(width)}
                height={room}
                follows={phase.at === 'running'}
              />
            </Box>
            <Lines lines={bottom} />
          </>
        );
      }}
    </StepFrame>
  );
}
