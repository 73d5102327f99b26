import type {Ref} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {StepFrame, type StepSize} from '../frame/step-frame.tsx';
import {drawRows} from '../list/draw-rows.ts';
import type {Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {usePane, type PaneHandle} from '../list/use-pane.ts';
import type {View} from '../view.ts';
import {ListAndDetail} from './list-and-detail.tsx';
import {showsIntroduction, stepHeading} from './step-heading.ts';
import {stepKeys} from './step-keys.ts';
import type {StepContent} from './step-content.ts';
import {useSelection} from './use-selection.ts';
import {usePanes} from './use-panes.ts';
import {shortIntroduction, withTexts} from './step-texts.ts';

interface StepScreenProps {
  readonly view: View;
  readonly step: StepContent;
}

/** The screen of every step: its rows, what is known of the selected one, and what can be done there. */
export function StepScreen({view: shown, step}: StepScreenProps) {
  const selected = useSelection(step.rows, shown.selected, step.start);
  const view = {...shown, selected};
  const {keys, detail} = step.at(selected);
  const list = usePane();
  const pane = usePane();
  const {
    keys: panes,
    isAside,
    inDetail,
    isFull,
  } = usePanes({list, pane, hasDetail: detail !== undefined});
  return (
    <StepFrame
      view={view}
      layer={[
        ...(isAside ? panes : []),
        ...keys,
        ...(step.keys ?? []),
        ...(isAside ? [] : panes),
        ...stepKeys(view),
      ]}
      isWide={isFull || step.instead !== undefined}
    >
      {(size) =>
        step.instead ? (
          step.instead(size)
        ) : (
          <StepPanes
            {...{view, step, size, inDetail, isFull}}
            list={list.ref}
            pane={pane.ref}
            detail={view.asked.length > 0 ? undefined : detail?.(size.width)}
          />
        )
      }
    </StepFrame>
  );
}

interface StepPanesProps {
  readonly view: View;
  readonly step: StepContent;
  readonly size: StepSize;
  readonly detail: readonly Line[] | undefined;
  readonly list: Ref<PaneHandle>;
  readonly pane: Ref<PaneHandle>;
  readonly inDetail: boolean;
  readonly isFull: boolean;
}

/** Title, introduction and rows, and below a rule what is known of the selected row. */
function StepPanes(props: StepPanesProps) {
  const {view, step, size, detail, list, pane, inDetail, isFull} = props;
  const isSpoken = useIsScreenReaderEnabled();
  const {width, height} = size;
  const head = isFull ? [] : [...stepHeading(view, step, size), ...(step.lead?.(size) ?? [])];
  // Where there is little room, the help has the introduction; what is there to be read is not left out.
  const isHeaded = showsIntroduction(step, height)
    ? shortIntroduction(view.step, width) !== undefined
    : !view.step.items.some(({isReading}) => isReading);
  const rows = withTexts(step.rows, view.step, isHeaded);
  const drawn = drawRows(rows, {selected: view.selected, width, isSpoken});
  return (
    <>
      <Lines lines={head} />
      <ListAndDetail
        {...{drawn, detail, list, pane, inDetail, isFull}}
        selected={view.selected}
        onSelect={view.select}
        size={{width, height: height - head.length}}
        isTerse={step.isTerse === true}
      />
    </>
  );
}
