import type {Ref} from 'react';
import {Box, Text} from 'ink';
import {wrapLines} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import type {PaneHandle} from '../list/use-pane.ts';
import {tokens} from '../theme/tokens.ts';
import {isChoice, type Ask} from './ask.ts';
import {Choice} from './choice.tsx';
import {Prompt, promptRows} from './prompt.tsx';
import type {OpenAsk} from './use-asking.ts';

/** Rows for what is said under a field that has the room of a step to itself. */
const pageHintRows = 4;

/** Whether a question takes the room of what is on the screen, and not a few rows below it. */
export function takesPage(ask: Ask): boolean {
  return isChoice(ask) || ask.about !== undefined;
}

/** Rows that the questions take of `height`: all of it, a few at the bottom, or none. */
export function askRows(open: readonly OpenAsk[], height: number): number {
  const ask = open.at(-1)?.ask;
  if (!ask) return 0;
  return takesPage(ask) ? height : isChoice(ask) ? 0 : Math.min(height, promptRows(ask));
}

interface AskProps {
  readonly one: OpenAsk;
  readonly isActive: boolean;
  readonly width: number;
  readonly height: number;
  /** Moves through what the question is about. */
  readonly pane: Ref<PaneHandle>;
}

function AskPage({one, isActive, width, height, pane}: AskProps) {
  const {ask} = one;
  const {about} = ask;
  const hint = isChoice(ask) ? wrapLines(ask.hint, width, 'muted') : [];
  const least = isChoice(ask)
    ? Math.min(ask.choices.length, 3) + hint.length + 2
    : promptRows({hintRows: pageHintRows, ...(ask.offers ? {offers: ask.offers} : {})});
  const lines = about?.lines(width) ?? [];
  const head = about ? 2 : 0;
  const room = Math.max(1, Math.min(lines.length, height - head - least - 1));
  const taken = head + (lines.length > 0 ? room + 1 : 0) + hint.length + 1;
  return (
    <>
      {about && <Lines lines={[[{text: about.title, token: 'heading'}], []]} />}
      {lines.length > 0 && (
        <Box flexDirection="column" flexShrink={0} height={room + 1}>
          <Pager lines={lines} height={room} ref={pane} hint="PgUp PgDn" />
        </Box>
      )}
      {isChoice(ask) ? (
        <>
          <Text {...tokens.strong}>{ask.label}</Text>
          <Lines lines={hint} />
          <Choice
            choices={ask.choices}
            limit={Math.max(2, height - taken)}
            isActive={isActive}
            onAnswer={one.answer}
          />
        </>
      ) : (
        <Prompt
          ask={{hintRows: pageHintRows, ...ask}}
          width={width}
          isActive={isActive}
          restored={one.restored}
          onChange={one.change}
          onAnswer={one.answer}
        />
      )}
    </>
  );
}

interface AskBoxProps {
  readonly open: readonly OpenAsk[];
  readonly width: number;
  /** Rows that a question may take which needs a page. */
  readonly height: number;
  readonly pane: Ref<PaneHandle>;
}

/** The questions that are open. Only the last one is seen; the others keep what was typed into them. */
export function AskBox({open, width, height, pane}: AskBoxProps) {
  return open.map((one, index) => {
    const isActive = index === open.length - 1;
    const shared = {one, isActive, width, height};
    return (
      <Box key={one.id} flexDirection="column" display={isActive ? 'flex' : 'none'} flexShrink={0}>
        {takesPage(one.ask) ? (
          <AskPage {...shared} pane={isActive ? pane : null} />
        ) : (
          !isChoice(one.ask) && (
            <Prompt
              ask={one.ask}
              width={width}
              isActive={isActive}
              restored={one.restored}
              onChange={one.change}
              onAnswer={one.answer}
            />
          )
        )}
      </Box>
    );
  });
}
