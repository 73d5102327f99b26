import {useEffect, useEffectEvent, useState} from 'react';
import {itemState} from '../../handoff/model/item-state.ts';
import {commandDigest} from '../../handoff/runs/item-commands.ts';
import {itemRan} from '../../handoff/runs/item-ran.ts';
import {confirm} from '../asking/confirm.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {line, lineWidth, span, spread, truncate, wrapLines, type Line} from '../list/line.ts';
import {itemKey} from '../list/selected-line.ts';
import {stepBindings} from '../steps/step-bindings.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import type {ChosenRun} from './choose-commands.ts';
import {commandBindings} from './command-bindings.ts';
import {commandLines} from './output-lines.ts';
import {RunScreen} from './run-screen.tsx';
import {useRunning, type RunPhase} from './use-running.ts';

interface ItemRunProps {
  readonly view: View;
  readonly chosen: ChosenRun;
  readonly onClose: () => void;
}

/** What was expected when the same commands ran last. */
function expectedBefore({handoff}: View, {item, commands}: ChosenRun): string {
  const of = commands.map(({text}) => commandDigest(text)).join(' ');
  const {runs = []} = itemState(handoff, item.id);
  return runs.findLast((run) => run.of.join(' ') === of)?.expected ?? '';
}

function titleLine({item, isChanging}: ChosenRun, width: number): Line {
  const effect: Line = [
    isChanging ? span('changes the system', 'warning') : span('only looks', 'success'),
  ];
  return spread(line(truncate(item.text, width - lineWidth(effect) - 1), 'heading'), effect, width);
}

/** Every character that would run, where, and what it has to show. */
function shownLines(view: View, {prepared}: ChosenRun, expected: string, width: number): Line[] {
  const {workspace} = view.handoff;
  return [
    ...wrapLines(`Runs in ${workspace}, until the first command that fails:`, width, 'muted'),
    [],
    ...commandLines(prepared.kept, width),
    [],
    ...wrapLines(
      expected === '' ? 'To see: an end with exit 0.' : `To see: exit 0, and ${expected}`,
      width,
    ),
    ...wrapLines(
      'From the playbook. Its output is kept as evidence only if you say so.',
      width,
      'muted',
    ),
  ];
}

function bottomLines(phase: RunPhase, width: number): readonly Line[] {
  if (phase.at !== 'ended') return [];
  const {isMet, reason} = phase.run.judgement;
  return [
    line(glyphs.rule.repeat(width), 'muted'),
    ...wrapLines(reason, width, isMet ? 'success' : 'warning'),
  ];
}

/** Runs commands of an item, and keeps what came of it once a person says so. */
export function ItemRunScreen({view, chosen, onClose}: ItemRunProps) {
  const {item, commands, prepared, isChanging} = chosen;
  const [expected, setExpected] = useState(() => expectedBefore(view, chosen));
  const {phase, run, stop} = useRunning(view);

  function start(): Promise<void> {
    const {runs, secretValues} = prepared;
    return run({commands: runs, expected, isEndEnough: true, isChanging, secretValues});
  }

  async function askFirst(): Promise<void> {
    const isMeant = await confirm(view.ask, {
      label: 'Run exactly this',
      hint: isChanging
        ? 'It changes the system.'
        : `It looks as if it changed the system: ${prepared.changing}.`,
      about: {
        title: `${item.text} ${glyphs.dot} ${isChanging ? 'changes the system' : 'only looks'}`,
        lines: (width) => shownLines(view, chosen, expected, width),
      },
    });
    if (isMeant) await start();
  }

  // A person's word that it only looks does not spare the yes where it looks otherwise.
  const needsYes = isChanging || prepared.changing !== undefined;
  const begin = useEffectEvent(() => {
    if (needsYes) void askFirst();
  });
  useEffect(() => void Promise.resolve().then(() => begin()), []);

  async function keep(isMet: boolean): Promise<void> {
    if (phase.at !== 'ended') return;
    const {workspace: folder} = view.handoff;
    const agreed = {item: item.id, commands, command: prepared.kept, isChanging, expected, folder};
    const isKept = await view.dispatch([itemRan(agreed, phase.run, isMet)], {
      select: itemKey(item),
      said: `${isMet ? 'Kept as evidence' : 'Kept as failed'}: ${item.text}`,
    });
    if (isKept) onClose();
  }

  async function askExpected(): Promise<void> {
    const answer = await view.ask({
      label: 'What its output has to show',
      hint: 'A text, or a pattern in slashes such as /Running/. Empty for an end with 0 alone.',
      initialText: expected,
      enter: 'take it',
    });
    if (answer !== undefined) setExpected(answer.trim());
  }

  function leave(): void {
    onClose();
    if (phase.at === 'ended') view.say({text: 'Nothing was kept.', token: 'muted'});
  }

  function endedKeys(): KeyLayer {
    if (phase.at !== 'ended' || phase.run.end === 'not-started') return [];
    const {isMet} = phase.run.judgement;
    const failed = {binding: commandBindings.keepAsFailed, run: () => void keep(false)} as const;
    return [
      {
        binding: commandBindings.keepRun,
        run: () => void keep(isMet),
        isPrimary: true,
        label: isMet ? commandBindings.keepRun.label : 'keep as failed',
      },
      ...(isMet ? [{...failed, isPrimary: true}] : []),
    ];
  }

  function keys(): KeyLayer {
    if (phase.at === 'running') return [{binding: stepBindings.stop, run: stop, isPrimary: true}];
    const back = {binding: frameBindings.back, run: leave, isPrimary: true} as const;
    if (phase.at === 'ended') return [...endedKeys(), {...back, label: 'keep nothing'}];
    return [
      {
        binding: commandBindings.runShownCommands,
        run: () => void (needsYes ? askFirst() : start()),
        isPrimary: true,
      },
      {binding: commandBindings.expectOutput, run: () => void askExpected(), isPrimary: true},
      {
        binding: commandBindings.copyCommands,
        run: () => view.copy(prepared.kept),
        isPrimary: true,
      },
      {...back, label: 'leave it'},
    ];
  }

  return (
    <RunScreen
      view={view}
      phase={phase}
      keys={keys()}
      title={(width) => titleLine(chosen, width)}
      shown={(width) => shownLines(view, chosen, expected, width)}
      expected={expected}
      unsaid="an end with exit 0"
      bottom={(width) => bottomLines(phase, width)}
    />
  );
}
