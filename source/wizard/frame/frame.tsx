import {useEffect, useState, type ReactNode} from 'react';
import {Box, useInput} from 'ink';
import stringWidth from 'string-width';
import {findKey, type KeyAction, type KeyLayer} from '../keys/layer.ts';
import {keyName} from '../keys/key-name.ts';
import {glyphs} from '../theme/glyphs.ts';
import {useRoom} from './use-room.ts';
import {footerLine} from './footer.ts';
import {KeyHelp} from './key-help.tsx';
import {emptyLine, line, span, spread, truncate, wrap, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {progressRow} from '../list/progress-line.ts';
import {usePane} from '../list/use-pane.ts';
import {useForgetBurst} from '../input/use-burst.ts';
import {useTerminal} from '../terminal/terminal.ts';
import {CommandPalette} from './command-palette.tsx';
import type {Message} from './message.ts';
import {pickerKeys} from './picker.tsx';
import {nothingWords} from './says-nothing.ts';
import type {Size} from './size.ts';
import {frameBindings} from './frame-bindings.ts';

interface FrameProps {
  readonly title: string;
  /** Where I am, at the right of the title: in parts, of which the first ones give way. */
  readonly place?: string | readonly string[];
  readonly layer: KeyLayer;
  readonly message?: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  /** While text is typed, letters belong to the text and not to help or palette. */
  readonly isTyping?: boolean;
  /** What the screen is for; the help has it above the keys. */
  readonly explanation?: ((width: number) => readonly Line[]) | undefined;
  /** What is known around it; the help has it below the keys. */
  readonly surroundings?: ((width: number) => readonly Line[]) | undefined;
  /** Draws the body; keys go to it while neither help nor palette is over it. */
  readonly children: (size: Size, isActive: boolean) => ReactNode;
}

/** Rows besides the body and the message. */
const chromeRows = 4;

/** Rows that a message may take; the rest of a longer one is left out. */
const messageRows = 3;

/** The one frame of every screen: title, body, message, keys. It is also the one place keys go. */
export function Frame(props: FrameProps) {
  const {layer, isTyping = false, message, onMessage, children} = props;
  const {columns, rows, isTooSmall} = useRoom();
  const [overlay, setOverlay] = useState<'help' | 'palette'>();
  const close = () => setOverlay(undefined);
  const shared: KeyLayer = isTyping
    ? []
    : [
        {binding: frameBindings.palette, run: () => setOverlay('palette')},
        {binding: frameBindings.help, run: () => setOverlay('help'), isPrimary: true},
      ];
  const {leave, redraw, heal, suspend} = useTerminal();
  const full: KeyLayer = [
    ...layer,
    ...shared,
    {binding: frameBindings.redraw, run: redraw},
    {binding: frameBindings.suspend, run: suspend},
    {binding: frameBindings.interrupt, run: leave},
  ];
  const {ref: helpRef, keys: helpMoves} = usePane();
  const forgetBurst = useForgetBurst();
  const helpKeys: KeyLayer = [
    ...helpMoves,
    {binding: frameBindings.closeHelp, run: close, isPrimary: true},
  ];
  // What is typed over a screen belongs to what is over it.
  const here = overlay === 'help' ? helpKeys : overlay ? pickerKeys('run it', close) : full;
  const isField = overlay ? overlay === 'palette' : isTyping;

  // A terminal on which somebody else has written heals with the next screen.
  useEffect(heal, [heal, overlay]);

  function press(entry: KeyAction): void {
    if (!entry.offBecause) return entry.run();
    onMessage({text: entry.offBecause, token: 'warning'});
    return forgetBurst();
  }

  useInput(
    (input, key) => {
      const name = keyName(input, key);
      const entry = findKey(here, name);
      if (entry) return press(entry);
      if (isField) return undefined;
      onMessage(nothingWords(name));
      return forgetBurst();
    },
    {isActive: !isTooSmall},
  );

  const said = messageLines(message, columns - 2);
  const size = {width: columns - 2, height: Math.max(1, rows - chromeRows - said.length)};
  const rule = line(glyphs.rule.repeat(columns), 'muted');
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Lines lines={[titleLine(props, columns), rule]} />
      <Box height={size.height} paddingX={1} flexDirection="column" overflow="hidden">
        {overlay === 'help' && (
          <KeyHelp
            layer={full}
            explanation={props.explanation}
            surroundings={props.surroundings}
            size={size}
            ref={helpRef}
          />
        )}
        {overlay === 'palette' && (
          <CommandPalette layer={full} size={size} onClose={close} onRun={press} />
        )}
        <Box display={overlay ? 'none' : 'flex'} flexDirection="column">
          {children(size, overlay === undefined)}
        </Box>
      </Box>
      <Lines lines={[...said, rule, footerLine(here, columns)]} />
    </Box>
  );
}

/** The message wrapped, or one empty row where its place is. */
function messageLines(message: Message | undefined, width: number): readonly Line[] {
  if (!message) return [emptyLine];
  if (message.progress) return [[span(' '), ...progressRow(message.progress, width - 1)]];
  const rows = wrap(message.text, width);
  const shown = rows.slice(0, messageRows);
  if (rows.length > messageRows)
    shown[messageRows - 1] = `${truncate(shown[messageRows - 1] ?? '', width - 2)} …`;
  return shown.map((row) => line(` ${row}`, message.token));
}

function titleLine({title, place = ''}: FrameProps, columns: number): Line {
  const titleRoom = Math.min(stringWidth(title), Math.floor(columns / 2));
  const right = fitting(place, columns - titleRoom - 4);
  const left = truncate(title, columns - stringWidth(right) - 4);
  return spread(line(` ${left}`, 'strong'), line(`${right} `, 'muted'), columns);
}

/** As many of the last parts as fit, and of the very last one as much as fits. */
function fitting(place: string | readonly string[], room: number): string {
  const parts = typeof place === 'string' ? [place] : place;
  for (let first = 0; first < parts.length; first += 1) {
    const words = parts.slice(first).join(` ${glyphs.dot} `);
    if (stringWidth(words) <= room) return words;
  }
  return truncate(parts.at(-1) ?? '', room);
}
