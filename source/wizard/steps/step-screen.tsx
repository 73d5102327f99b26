import {useState, type Ref} from 'react';
import {Box, useIsScreenReaderEnabled} from 'ink';
import {StepFrame, type StepSize} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {line, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane, type PaneHandle} from '../list/use-pane.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import {shareRoom} from './share-room.ts';
import {showsIntroduction, stepHeading} from './step-heading.ts';
import {stepKeys} from './step-keys.ts';
import type {StepContent} from './step-content.ts';
import {useSelection} from './use-selection.ts';
import {stepBindings} from './step-bindings.ts';
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
  const [focus, setFocus] = useState<'list' | 'detail'>('list');
  const [isFull, setFull] = useState(false);
  const inDetail = focus === 'detail' && detail !== undefined;

  // The way back comes first where the screen is not as it usually is.
  const isAside = isFull || inDetail;

  const panes: KeyLayer = [
    ...(isAside
      ? [
          {
            binding: stepBindings.backToList,
            isPrimary: true,
            run() {
              setFocus('list');
              setFull(false);
            },
          } as const,
        ]
      : []),
    ...(inDetail ? pane : list).keys,
    {
      binding: stepBindings.otherPane,
      run: () => setFocus(inDetail ? 'list' : 'detail'),
      label: inDetail ? 'to the list' : 'to the detail',
      ...(detail ? {} : {offBecause: 'Nothing more is known of this line.'}),
    },
    {
      binding: stepBindings.fillScreen,
      run: () => setFull(!isFull),
      label: isFull ? 'smaller' : 'fill the screen',
    },
  ];
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
  const {view, step, size, detail = [], list, pane, inDetail, isFull} = props;
  const isSpoken = useIsScreenReaderEnabled();
  const {width, height} = size;
  const head = isFull ? [] : [...stepHeading(view, step, size), ...(step.lead?.(size) ?? [])];
  // Where there is little room, the help has the introduction; what is there to be read is not left out.
  const isHeaded = showsIntroduction(step, height)
    ? shortIntroduction(view.step, width) !== undefined
    : !view.step.items.some(({isReading}) => isReading);
  const rows = withTexts(step.rows, view.step, isHeaded);
  const drawn = drawRows(rows, {selected: view.selected, width, isSpoken});
  const room = shareRoom({
    height: height - head.length,
    list: drawn.lines.length,
    detail: detail.length,
    isTerse: step.isTerse === true,
    focus: inDetail ? 'detail' : 'list',
    isFull,
  });
  const hint = inDetail ? '' : 'Tab reads on';
  return (
    <>
      <Lines lines={head} />
      {room.list > 0 && (
        <Box flexGrow={1} flexDirection="column">
          <List
            ref={list}
            drawn={drawn}
            selected={view.selected}
            onSelect={view.select}
            height={room.list}
          />
        </Box>
      )}
      {room.detail > 0 && (
        <>
          <Lines lines={[rule(width, inDetail)]} />
          <Pager
            key={view.selected ?? ''}
            ref={pane}
            lines={detail}
            height={room.detail}
            hint={hint}
          />
        </>
      )}
    </>
  );
}

/** The line above the detail, which says which of the two panes the keys move. */
function rule(width: number, inDetail: boolean): Line {
  const token = inDetail ? 'accent' : 'muted';
  return line(glyphs.rule.repeat(width), token);
}
