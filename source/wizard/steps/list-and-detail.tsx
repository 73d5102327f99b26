import type {Ref} from 'react';
import {Box} from 'ink';
import type {Size} from '../frame/size.ts';
import type {DrawnRows} from '../list/draw-rows.ts';
import {line, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {Pager} from '../list/pager.tsx';
import type {PaneHandle} from '../list/use-pane.ts';
import {glyphs} from '../theme/glyphs.ts';
import {shareRoom} from './share-room.ts';

interface ListAndDetailProps {
  readonly drawn: DrawnRows;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  /** What is known of the selected row. */
  readonly detail: readonly Line[] | undefined;
  readonly size: Size;
  readonly list: Ref<PaneHandle>;
  readonly pane: Ref<PaneHandle>;
  readonly inDetail: boolean;
  readonly isFull: boolean;
  readonly isTerse?: boolean;
}

/** Rows, and below a rule what is known of the selected one. */
export function ListAndDetail(props: ListAndDetailProps) {
  const {drawn, selected, onSelect, detail = [], size, list, pane, inDetail, isFull} = props;
  const {width, height} = size;
  const room = shareRoom({
    height,
    list: drawn.lines.length,
    detail: detail.length,
    isTerse: props.isTerse === true,
    focus: inDetail ? 'detail' : 'list',
    isFull,
  });
  const hint = inDetail ? '' : 'Tab reads on';
  return (
    <>
      {room.list > 0 && (
        <Box flexGrow={1} flexDirection="column">
          <List ref={list} {...{drawn, selected, onSelect}} height={room.list} />
        </Box>
      )}
      {room.detail > 0 && (
        <>
          <Lines lines={[rule(width, inDetail)]} />
          <Pager key={selected ?? ''} ref={pane} lines={detail} height={room.detail} hint={hint} />
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
