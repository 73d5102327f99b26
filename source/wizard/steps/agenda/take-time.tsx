import {useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {readAgenda} from '../../../handoff/session/agenda-state.ts';
import {giversOf, type Giver} from '../../../handoff/session/givers.ts';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {drawRows} from '../../list/draw-rows.ts';
import {line, span, wrapLines} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {List} from '../../list/list.tsx';
import type {Row} from '../../list/row.ts';
import {usePane} from '../../list/use-pane.ts';
import {useTick} from '../../use-tick.ts';
import {takeBack} from '../../take-back.ts';
import type {View} from '../../view.ts';
import {sessionLead} from './lead.ts';
import {frameBindings} from '../../frame/frame-bindings.ts';
import {agendaBindings} from './bindings.ts';
import {stepBindings} from '../step-bindings.ts';

function giverRow({id, name, canGive, why}: Giver): Row {
  const gives = canGive > 0 ? `can give ${canGive} min` : 'can give nothing';
  return {
    ...(canGive > 0 ? {key: id} : {}),
    text: name,
    token: canGive > 0 ? 'plain' : 'muted',
    figure: line(gives, canGive > 0 ? 'success' : 'muted'),
    below: [span(why, 'muted')],
  };
}

interface TakeTimeProps {
  readonly view: View;
  readonly onClose: () => void;
}

/** Moving minutes to the running block: who can give how many, and the keys that take them. */
export function TakeTime({view, onClose}: TakeTimeProps) {
  const [chosen, setChosen] = useState<string>();
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();
  useTick(true);
  const agenda = readAgenda(view.handoff, view.step, view.now());
  const running = agenda.blocks.find(({state}) => state === 'running')?.item;
  const givers = giversOf(agenda);
  const able = givers.filter(({canGive}) => canGive > 0);
  const giver = able.find(({id}) => id === chosen) ?? able[0];

  function take(minutes: number): void {
    if (!giver || !running) return;
    const taken = Math.min(minutes, giver.canGive);
    void view.dispatch(
      [{type: 'session/time-moved', from: giver.id, to: running.id, minutes: taken}],
      {said: `${taken} min from ${giver.name} to ${running.text}. u takes it back.`},
    );
  }

  const off = !running
    ? {offBecause: 'No block is running.'}
    : giver
      ? {}
      : {offBecause: 'No block has a minute to give; plan a second part with P.'};
  const layer: KeyLayer = [
    {binding: agendaBindings.takeOne, run: () => take(1), isPrimary: true, ...off},
    {binding: agendaBindings.takeFive, run: () => take(5), isPrimary: true, ...off},
    {binding: stepBindings.undo, run: () => void takeBack(view), isPrimary: true},
    ...list.keys,
    {binding: frameBindings.back, run: onClose, isPrimary: true, label: 'done'},
  ];
  const asks =
    able.length > 0
      ? `Take minutes for ${running?.text ?? ''} from:`
      : 'No block has a minute to give: each is at its floor.';
  return (
    <StepFrame view={view} layer={layer} isOver>
      {(size) => {
        const {width, height} = size;
        const head = [
          ...sessionLead(view, agenda, size, true),
          ...wrapLines(asks, width, able.length > 0 ? 'strong' : 'warning'),
          [],
        ];
        return (
          <>
            <Lines lines={head} />
            <List
              ref={list.ref}
              drawn={drawRows(givers.map(giverRow), {selected: giver?.id, width, isSpoken})}
              selected={giver?.id}
              onSelect={setChosen}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}
