import {useState} from 'react';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {namedRunbook} from '../../handoff/standing/named-in-rows.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {RunScreen} from '../running/run-screen.tsx';
import {glyphs} from '../theme/glyphs.ts';
import type {RunView} from '../run-view.ts';
import {runbookTitle, shownLines} from './runbook-lines.ts';
import {useRunbookRun, type RunbookRun} from './use-runbook-run.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {stepBindings} from '../steps/step-bindings.ts';
import {runbookBindings} from './runbook-bindings.ts';

interface RunbookRunProps {
  readonly view: RunView;
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
      ? [
          {
            binding: runbookBindings.takeAsExpected,
            isPrimary: takeAsExpected.offBecause === undefined,
            ...takeAsExpected,
          },
        ]
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
  return (
    <RunScreen
      view={view}
      phase={run.phase}
      page={String(run.runs.length)}
      keys={phaseKeys(run)}
      title={(width) => runbookTitle(record, run, width)}
      shown={(width) => shownLines(view, record, run, width)}
      expected={run.step.expected}
      unsaid="the runbook does not say"
      bottom={(width) => bottomLines(run, width)}
    />
  );
}
