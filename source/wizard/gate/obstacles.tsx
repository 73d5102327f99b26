import {useState} from 'react';
import {Box} from 'ink';
import {gateTitles, readGate} from '../../handoff/gates/gates.ts';
import type {GateName} from '../../handoff/model/gate-waiver.ts';
import {readClock} from '../../handoff/session/session-clock.ts';
import {EntryList} from '../list/entry-list.tsx';
import {Frame} from '../frame/frame.tsx';
import {line, span, spread, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {obstacleEntries, obstacles} from './obstacle-entries.ts';
import {placeWords} from '../frame/place-words.ts';
import {Prompt, promptRows, questionKeys} from '../asking/prompt.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {selectionKeys} from '../keys/selection-keys.ts';
import {useWaiver} from './use-waiver.ts';
import type {View} from '../view.ts';

interface ObstaclesProps {
  readonly view: View;
  /** The gate that is asked about; without one, only what else is in the way. */
  readonly gate: GateName | undefined;
}

/** Everything in the way of the next phase. Each line leads to where it is settled, or is waived. */
export function Obstacles({view, gate: name}: ObstaclesProps) {
  const {handoff} = view;
  const gate = name && readGate(handoff, name, view.now());
  const found = obstacles(view, gate);
  const [at, setAt] = useState<string>();
  const selected = found.find(({id}) => id === at) ?? found[0];
  const waiver = useWaiver(view, name ?? 'session');
  const isRunning = ['running', 'paused'].includes(readClock(handoff.session, view.now()).state);
  const close = () => view.showObstacles(undefined);

  function open(): void {
    if (!selected) return close();
    close();
    if (selected.place) view.goTo(selected.place, {isDetour: true});
  }

  function endPart(): void {
    close();
    view.dispatch([{type: 'session/ended'}], {
      said: 'This part has ended. Plan the next one with what is missing.',
    });
  }

  const requirement = selected?.requirement;
  const layer: KeyLayer = waiver.question
    ? [...questionKeys(waiver.leave), {action: 'interrupt', run: view.quit}]
    : [
        {action: 'choose', run: open, label: selected ? 'go there' : 'close', isPrimary: true},
        {
          action: 'waive',
          isPrimary: true,
          run: () => requirement && waiver.begin(requirement),
          ...(requirement ? {} : {offBecause: 'Only what a gate needs can be waived.'}),
        },
        ...(name === 'handover' && isRunning
          ? ([{action: 'endPart', run: endPart, isPrimary: true}] as const)
          : []),
        {action: 'undo', run: view.undo, isPrimary: true},
        {action: 'back', run: close, isPrimary: true},
        ...selectionKeys(
          found.map(({id}) => id),
          selected?.id,
          setAt,
        ),
        {action: 'interrupt', run: view.quit},
      ];
  return (
    <Frame
      title={`${handoff.customer} · ${handoff.system}`}
      place={placeWords(handoff, view.now())}
      layer={layer}
      message={view.message}
      onMessage={view.say}
      isTyping={waiver.question !== undefined}
    >
      {({width, height}) => {
        const head = heading(name, gate?.missing.length ?? 0, found.length, width);
        const rows = height - head.length - (waiver.question ? promptRows(waiver.question) : 0);
        return (
          <Box flexDirection="column" height={height}>
            <Lines lines={head} />
            <Box flexGrow={1} flexDirection="column">
              <EntryList
                entries={obstacleEntries(found, gate, selected?.id, width)}
                selected={selected?.id}
                height={Math.max(1, rows)}
              />
            </Box>
            {waiver.question && (
              <Prompt key={waiver.question.label} question={waiver.question} width={width} />
            )}
          </Box>
        );
      }}
    </Frame>
  );
}

function heading(
  gate: GateName | undefined,
  missing: number,
  found: number,
  width: number,
): Line[] {
  const title = gate ? gateTitles[gate] : 'In the way';
  const figure = missing > 0 ? `${missing} missing` : gate ? 'the gate is open' : '';
  const token = missing > 0 ? 'danger' : 'success';
  const said =
    missing > 0
      ? 'Each of these has to be settled first, or waived by name with a reason and an end.'
      : found === 0
        ? 'Nothing is in the way.'
        : 'Nothing shuts the gate; this is what is left.';
  return [
    spread([span(title, 'heading')], line(figure, token), width),
    ...wrapLines(said, width, 'muted'),
    [],
  ];
}
