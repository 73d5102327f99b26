import {useEffect, useEffectEvent, useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {frameBindings} from '../frame/frame-bindings.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {line, span, spread, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {usePane} from '../list/use-pane.ts';
import {checkLines, problemLines} from '../steps/checks/detail.ts';
import {problemAt} from '../steps/checks/file-problems.ts';
import {enterKey, fileKeys, foldKey, nextFailureKey, variableKeys} from '../steps/checks/keys.ts';
import {checksRows, passesKey} from '../steps/checks/rows.ts';
import {checkKey, rankedChecks, selectedCheck, shownChecks} from '../steps/checks/shown.ts';
import {checksSummary} from '../steps/checks/summary.ts';
import {sameKey} from '../steps/checks/trust-rows.ts';
import {useChecks, type Checks} from '../steps/checks/use-checks.ts';
import {useFolds} from '../steps/checks/use-folds.ts';
import {ListAndDetail} from '../steps/list-and-detail.tsx';
import {stepBindings} from '../steps/step-bindings.ts';
import {usePanes} from '../steps/use-panes.ts';
import {useSelection} from '../steps/use-selection.ts';
import {useTick} from '../use-tick.ts';
import {KitFrame} from './kit-frame.tsx';
import type {KitView} from './kit-view.ts';

interface CheckListProps {
  readonly view: KitView;
  /** Whether they run at once, where they may. */
  readonly isBegun: boolean;
  readonly onClose: () => void;
}

/** A heading with how the checks stand at its right. */
function headLine(figure: string | Line, width: number): Line {
  const right = typeof figure === 'string' ? [span(figure, 'muted')] : figure;
  return spread(line('Checks', 'heading'), right, width);
}

function useBegin(checks: Checks, isBegun: boolean): void {
  const begin = useEffectEvent(() => {
    if (isBegun) void checks.run();
  });
  useEffect(() => void Promise.resolve().then(() => begin()), []);
}

/**
 * The checks of a kit over its index: what would run, to be trusted; then each with what it found, and
 * the manual ones, which the receiver attests. As on the step of a handoff, which judges them likewise.
 */
export function CheckList({view: shownFrom, isBegun, onClose}: CheckListProps) {
  const [wanted, select] = useState<string>();
  const within: KitView = {...shownFrom, selected: wanted, select};
  const checks = useChecks(within);
  useBegin(checks, isBegun);
  useTick(checks.running !== undefined);
  const shown = shownChecks(within, checks);
  const ranked = rankedChecks(shown);
  const passing = ranked.get('passing') ?? [];
  const folds = useFolds(wanted, (key) =>
    passing.some((name) => checkKey(name) === key) ? passesKey : undefined,
  );
  const rows = checksRows(shown, folds);
  const [failing] = ranked.get('failing') ?? [];
  const isReady = checks.state?.state === 'ready';
  const start = failing === undefined || !isReady ? undefined : checkKey(failing);
  const selected = useSelection(rows, wanted, start);
  const view: KitView = {...within, selected};
  const isSpoken = useIsScreenReaderEnabled();
  const [list, pane] = [usePane(), usePane()];

  const name = selectedCheck(selected);
  const problem = problemAt(checks.state, selected);
  const detail =
    name !== undefined
      ? (width: number) => checkLines(shown, name, width)
      : problem && ((width: number) => problemLines(problem, width));
  const panes = usePanes({list, pane, hasDetail: detail !== undefined});

  function keysHere(): KeyLayer {
    if (checks.running) return [{binding: stepBindings.stop, run: checks.stop, isPrimary: true}];
    const fold = selected === passesKey || selected === sameKey;
    return [
      ...(fold ? [foldKey(folds, selected)] : []),
      ...(name === undefined ? [] : [enterKey(view, checks, name)]),
      ...(problem ? variableKeys(view, checks, problem) : []),
      ...fileKeys(checks),
      nextFailureKey(view, shown, selected),
    ];
  }

  const {isAside, inDetail, isFull} = panes;
  const layer = [
    ...(isAside ? panes.keys : []),
    ...keysHere(),
    {binding: frameBindings.back, run: onClose, isPrimary: true},
    ...(isAside ? [] : panes.keys),
  ];
  return (
    <KitFrame view={view} layer={layer}>
      {({width, height}) => {
        const head = isFull ? [] : [headLine(checksSummary(shown), width), []];
        return (
          <>
            <Lines lines={head} />
            <ListAndDetail
              drawn={drawRows(rows, {selected, width, isSpoken})}
              selected={selected}
              onSelect={select}
              detail={view.asked.length > 0 ? undefined : detail?.(width)}
              size={{width, height: height - head.length}}
              list={list.ref}
              pane={pane.ref}
              {...{inDetail, isFull}}
            />
          </>
        );
      }}
    </KitFrame>
  );
}
