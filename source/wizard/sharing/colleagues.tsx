import {useEffect, useMemo, useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {askBindings} from '../asking/ask-bindings.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {line, span, wrapLines} from '../list/line.ts';
import {gap, type Row} from '../list/row.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {usePane} from '../list/use-pane.ts';
import type {View} from '../view.ts';
import {chooseAnswer} from './choose-answer.ts';
import {colleagueBindings} from './colleague-bindings.ts';
import {colleagueRows, newsLines, type Came, type ColleaguePart} from './colleague-rows.ts';
import {askPassOn} from './pass-on-ask.ts';
import {syncNow} from './sync-now.ts';

interface ColleaguesProps {
  readonly view: View;
  readonly onClose: () => void;
}

/** What others did since one was last here; a row without a key is read, and not chosen. */
function newsRows(lines: readonly string[]): readonly Row[] {
  if (lines.length === 0) return [];
  const [first = '', ...others] = lines;
  return [
    gap,
    {
      key: 'news',
      text: 'Since you were last here',
      below: [first, ...others].map((words) => span(words, 'plain')),
    },
  ];
}

/** What is done with colleagues, each in one key, and what they did. */
export function Colleagues({view, onClose}: ColleaguesProps) {
  const [chosen, setChosen] = useState('sync');
  const [came, setCame] = useState<Partial<Record<ColleaguePart, Came>>>({});
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();
  const {live, news} = view;

  async function start(part: ColleaguePart, work: () => Promise<Came | undefined>): Promise<void> {
    view.say(undefined);
    setChosen(part);
    const before = came[part];
    const done = await work();
    setCame((all) => {
      const {[part]: _, ...others} = all;
      const now = done ?? before;
      return now ? {...others, [part]: now} : others;
    });
  }

  const sync = () =>
    syncNow(view, () =>
      setCame((all) => ({
        ...all,
        sync: {lines: ['Asking what colleagues have …'], token: 'muted'},
      })),
    );

  // What is listed here was seen.
  useEffect(() => {
    if (news.length > 0) void live.keepLook();
  }, [live, news]);

  const hasAnswers = view.handoff.contradictions.length > 0;
  const actions: Readonly<Record<ColleaguePart, KeyAction>> = {
    sync: {binding: colleagueBindings.syncNow, run: () => void start('sync', sync)},
    answers: {
      binding: colleagueBindings.chooseAnswer,
      run: () => void chooseAnswer(view),
      ...(hasAnswers ? {} : {offBecause: 'Nothing was answered in several ways.'}),
    },
    'pass-on': {
      binding: colleagueBindings.passOn,
      run: () => void start('pass-on', () => askPassOn(view)),
    },
  };
  const told = useMemo(() => newsLines(view, view.now()), [view]);
  const rows = [...colleagueRows(view, came), ...newsRows(told)];
  const selected = rows.find(({key}) => key === chosen)?.key ?? 'sync';
  const action = selected === 'news' ? undefined : actions[selected as ColleaguePart];
  const layer: KeyLayer = [
    ...(action
      ? [{...action, binding: askBindings.choose, label: 'do it', isPrimary: true} as const]
      : []),
    {binding: frameBindings.back, label: 'back to the step', run: onClose, isPrimary: true},
    ...Object.values(actions).map((entry) => ({...entry, isPrimary: true})),
    ...list.keys,
  ];
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => {
        const head = [
          line('Colleagues', 'heading'),
          ...wrapLines(
            'Whoever works on this handoff with you, on other machines.',
            width,
            'muted',
          ),
          [],
        ];
        return (
          <>
            <Lines lines={head} />
            <List
              ref={list.ref}
              drawn={drawRows(rows, {selected, width, isSpoken})}
              selected={selected}
              onSelect={setChosen}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}
