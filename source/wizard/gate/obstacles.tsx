import {useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {effortWords, type Missing} from '../../handoff/gates/effort.ts';
import {gateTitles, readGate} from '../../handoff/gates/gates.ts';
import type {GateName} from '../../handoff/model/gate-waiver.ts';
import {readClock} from '../../handoff/session/session-clock.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {line, span, spread, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {drawRows} from '../list/draw-rows.ts';
import {List} from '../list/list.tsx';
import {usePane} from '../list/use-pane.ts';
import {takeBack} from '../take-back.ts';
import {capitalized} from '../records/noun.ts';
import {RecordForm} from '../records/record-form.tsx';
import type {RecordFormTarget} from '../records/record-form-target.ts';
import type {View} from '../view.ts';
import {askToEnd} from './ask-to-end.ts';
import {obstacleRows, obstacles} from './obstacle-rows.ts';
import {formFor} from './fill-in.ts';
import {waive} from './waive.ts';
import {askBindings} from '../asking/ask-bindings.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {obstacleBindings} from './obstacle-bindings.ts';
import {stepBindings} from '../steps/step-bindings.ts';

interface ObstaclesProps {
  readonly view: View;
  /** The gate that is asked about; without one, only what else is in the way. */
  readonly gate: GateName | undefined;
  readonly onClose: () => void;
}

/** Everything in the way of the next phase. Each line leads to where it is settled, or is waived. */
export function Obstacles({view, gate: name, onClose: close}: ObstaclesProps) {
  const {handoff} = view;
  const gate = name && readGate(handoff, name, view.now());
  const found = obstacles(view, gate);
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();
  const [at, setAt] = useState<{readonly id?: string | undefined; readonly index: number}>({
    index: 0,
  });
  /** The form that is open, and the line after that of which it is. */
  const [filling, setFilling] = useState<{
    readonly target: RecordFormTarget;
    readonly next: string | undefined;
  }>();
  // Where the selected one is settled, another one has its place.
  const selected =
    found.find(({id}) => id === at.id) ?? found[Math.min(at.index, found.length - 1)];
  const isRunning = ['running', 'paused'].includes(readClock(handoff.session, view.now()).state);

  function open(): void {
    if (!selected) return close();
    close();
    if (selected.place) view.goTo(selected.place, {isDetour: true});
  }

  function fill(target: RecordFormTarget): void {
    if (!selected) return;
    select(selected.id);
    view.say(undefined);
    setFilling({target, next: found[found.indexOf(selected) + 1]?.id});
  }

  function endPart(): void {
    close();
    void askToEnd(view, {
      label: 'End this part',
      open: `${gate?.missing.length ?? 0} missing; the next part is for that. `,
      said: 'This part has ended. Plan the next one with what is missing.',
    });
  }

  const requirement = selected?.requirement;
  const form = requirement && formFor(handoff, requirement);
  const select = (id: string) => setAt({id, index: found.findIndex((one) => one.id === id)});
  const layer: KeyLayer = [
    {
      binding: askBindings.choose,
      run: open,
      label: selected ? 'go there' : 'close',
      isPrimary: true,
    },
    ...(form
      ? ([{binding: obstacleBindings.fillIn, run: () => fill(form), isPrimary: true}] as const)
      : []),
    {
      binding: obstacleBindings.waive,
      isPrimary: true,
      run: () => requirement && void waive(view, name ?? 'session', requirement),
      ...(requirement ? {} : {offBecause: 'Only what a gate needs can be waived.'}),
    },
    ...(name === 'handover' && isRunning
      ? ([{binding: obstacleBindings.endPart, run: endPart, isPrimary: true}] as const)
      : []),
    {binding: stepBindings.undo, run: () => void takeBack(view), isPrimary: true},
    {binding: frameBindings.back, run: close, isPrimary: true},
    ...list.keys,
  ];
  if (filling) {
    const {target, next} = filling;
    const close = () => setFilling(undefined);
    return (
      <RecordForm
        view={view}
        target={target}
        onClose={close}
        onSaved={() => {
          setAt({id: next, index: at.index});
          close();
        }}
      />
    );
  }
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => {
        const head = heading(name, gate?.missing ?? [], found.length, width);
        return (
          <>
            <Lines lines={head} />
            <List
              ref={list.ref}
              drawn={drawRows(obstacleRows(view, found, gate), {
                selected: selected?.id,
                width,
                isSpoken,
              })}
              selected={selected?.id}
              onSelect={select}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}

function heading(
  gate: GateName | undefined,
  missing: readonly Missing[],
  found: number,
  width: number,
): Line[] {
  const title = gate ? gateTitles[gate] : 'In the way';
  const isShut = missing.length > 0;
  const figure = isShut ? `${missing.length} missing` : gate ? 'the gate is open' : '';
  const token = isShut ? 'danger' : 'success';
  const said = isShut
    ? `${capitalized(effortWords(missing))}, the quickest on top. Each has to be settled first, or waived by name with a reason and an end.`
    : found === 0
      ? 'Nothing is in the way.'
      : 'Nothing shuts the gate; this is what is left.';
  return [
    spread([span(title, 'heading')], line(figure, token), width),
    ...wrapLines(said, width, 'muted'),
    [],
  ];
}
