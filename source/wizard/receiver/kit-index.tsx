import {useIsScreenReaderEnabled} from 'ink';
import {frameBindings} from '../frame/frame-bindings.ts';
import type {KeyAction} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {List} from '../list/list.tsx';
import type {Row} from '../list/row.ts';
import {usePane} from '../list/use-pane.ts';
import {KitFrame} from './kit-frame.tsx';
import type {KitView} from './kit-view.ts';
import {openPlace} from './open-place.tsx';
import {receiverBindings} from './receiver-bindings.ts';
import {receiverKeys} from './receiver-keys.tsx';
import {readPlace, type KitPlace} from './receiver-rows.ts';

interface KitIndexProps {
  readonly view: KitView;
  readonly rows: readonly Row[];
}

/** What Enter does at each kind of place, in a word or two. */
const enterWords: Readonly<Record<KitPlace['kind'], string>> = {
  document: 'read',
  checks: 'see them',
  runbook: 'read',
  task: 'begin',
  question: 'answer',
  acceptance: 'read',
};

function enterKey(view: KitView): KeyAction {
  const place = readPlace(view.selected);
  return {
    binding: receiverBindings.read,
    run: () => view.attempt(openPlace(view, place)),
    isPrimary: true,
    ...(place ? {label: enterWords[place.kind]} : {offBecause: 'Nothing is selected.'}),
  };
}

/** All that came with a kit, to go through. */
export function KitIndex({view, rows}: KitIndexProps) {
  const {selected} = view;
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();
  const layer = [
    enterKey(view),
    ...receiverKeys(view),
    {binding: frameBindings.quit, run: view.quit, isPrimary: true},
    ...list.keys,
  ];
  return (
    <KitFrame view={view} layer={layer}>
      {({width, height}) => (
        <List
          ref={list.ref}
          drawn={drawRows(rows, {selected, width, isSpoken})}
          selected={selected}
          onSelect={view.select}
          height={height}
        />
      )}
    </KitFrame>
  );
}
