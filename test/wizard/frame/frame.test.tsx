import {useState} from 'react';
import {Box} from 'ink';
import {expect, test} from 'vitest';
import {Frame} from '../../../source/wizard/frame/frame.tsx';
import {rememberedLines} from '../../../source/wizard/markdown/remembered-lines.ts';
import {TooSmall} from '../../../source/wizard/frame/too-small.tsx';
import {useRoom} from '../../../source/wizard/frame/use-room.ts';
import type {Message} from '../../../source/wizard/frame/message.ts';
import {frameBindings} from '../../../source/wizard/frame/frame-bindings.ts';
import type {Binding} from '../../../source/wizard/keys/binding.ts';
import {itemBindings} from '../../../source/wizard/steps/items/item-bindings.ts';
import {stepBindings} from '../../../source/wizard/steps/step-bindings.ts';
import type {KeyLayer} from '../../../source/wizard/keys/layer.ts';
import {line} from '../../../source/wizard/list/line.ts';
import {Lines} from '../../../source/wizard/list/lines.tsx';
import {TerminalProvider} from '../../../source/wizard/terminal/terminal.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {openPart, type Part, type PartOptions} from '../../harness/part.tsx';
import {bodyOf} from '../in-frame.tsx';

type KeyLayerOf = (run: (what: string) => () => void) => KeyLayer;

interface Setting extends PartOptions {
  readonly layer?: KeyLayerOf;
  readonly place?: readonly string[];
  readonly title?: string;
  readonly said?: string;
  readonly explanation?: string;
}

interface Framed extends Part {
  /** What keys have done, in order. */
  readonly done: readonly string[];
}

const usual: KeyLayerOf = (run) => [
  {binding: itemBindings.confirm, run: run('confirmed'), isPrimary: true},
  {binding: itemBindings.owner, run: run('owner asked'), isPrimary: true},
  {
    binding: stepBindings.undo,
    run: run('undone'),
    isPrimary: true,
    offBecause: 'Nothing was done yet.',
  },
  {binding: frameBindings.quit, run: run('quit')},
];

async function openFrame(setting: Setting = {}): Promise<Framed> {
  const {layer = usual, title = 'Apex Banking · Payments API', place = [], ...rest} = setting;
  const {said, explanation, ...options} = rest;
  const done: string[] = [];
  const run = (what: string) => () => void done.push(what);

  function Screen() {
    const [message, setMessage] = useState<Message | undefined>(
      said === undefined ? undefined : {text: said, token: 'success'},
    );
    return (
      <Frame
        title={title}
        place={place}
        layer={layer(run)}
        message={message}
        onMessage={setMessage}
        {...(explanation === undefined
          ? {}
          : {explanation: (width: number) => rememberedLines(explanation, width)})}
      >
        {({width, height}) => <Lines lines={[line(`body of ${width}×${height}`)]} />}
      </Frame>
    );
  }

  function Sized() {
    const {isTooSmall} = useRoom();
    return (
      <>
        {isTooSmall && <TooSmall />}
        <Box display={isTooSmall ? 'none' : 'flex'}>
          <Screen />
        </Box>
      </>
    );
  }

  const terminal = {
    lend: <T,>(work: () => Promise<T>) => work(),
    copy: () => undefined,
    redraw: run('drawn again'),
    heal: () => undefined,
    suspend: run('suspended'),
    leave: run('left'),
  };
  const part = await openPart(
    <TerminalProvider value={terminal}>
      <Sized />
    </TerminalProvider>,
    options,
  );
  return {...part, done};
}

const row = (part: Part, at: number) => part.screenText().at(at) ?? '';
const body = (part: Part) => bodyOf(part.screenText());
const message = (part: Part) => row(part, -3).trim();

test('a screen is title, place, body, message and keys, as large as the terminal', async () => {
  await using part = await openFrame({
    place: ['preparation 4/6', 'due tomorrow 14:05'],
    said: 'Saved.',
  });
  expect(part.screenText()).toHaveLength(24);
  expect(row(part, 0)).toMatch(
    /^ Apex Banking · Payments API +preparation 4\/6 · due tomorrow 14:05$/,
  );
  expect(row(part, 1)).toBe('─'.repeat(80));
  expect(body(part)).toEqual(['body of 78×19']);
  expect(row(part, -3)).toBe(' Saved.');
  expect(row(part, -1)).toBe(' ⏎ done, go on · o owner · ? all keys');
});

test('at 60×16 the first parts of the place give way, and a long title is cut', async () => {
  await using part = await openFrame({
    cols: 60,
    rows: 16,
    title: 'The Cooperative of All Corner Shops of the North · Orders service',
    place: ['preparation 4/6', 'session tomorrow 14:00', 'due tomorrow 14:05'],
  });
  expect(part.screenText()).toHaveLength(16);
  expect(row(part, 0)).toMatch(/^ The Cooperative.*… +due tomorrow 14:05$/);
  for (const one of part.screenText()) expect(one.length).toBeLessThanOrEqual(60);
});

test('a long message takes up to three rows from the body, and says that it is cut', async () => {
  await using part = await openFrame({said: 'A reason that goes on and on. '.repeat(20)});
  expect(body(part)).toContain('body of 78×17');
  expect(message(part)).toMatch(/ …$/);
});

test('a key does what it says, and each key of a burst in its order', async () => {
  await using part = await openFrame();
  await part.press('o', keys.enter, 'oq');
  expect(part.done).toEqual(['owner asked', 'confirmed', 'owner asked', 'quit']);
});

test('a key that is off says why, does nothing, and what was typed with it is no key', async () => {
  await using part = await openFrame();
  await part.press('uo');
  expect(message(part)).toBe('Nothing was done yet.');
  expect(row(part, -1)).not.toContain('undo');
  expect(part.done).toEqual([]);
  await part.press('o');
  expect(part.done).toEqual(['owner asked']);
});

test('a key without a meaning says so, and so does a paste', async () => {
  await using part = await openFrame();
  await part.press('yoo');
  expect(message(part)).toBe('y does nothing here. ? shows all keys.');
  const f5 = '\u{1B}[15~';
  await part.press(f5);
  expect(message(part)).toBe('That key does nothing here. ? shows all keys.');
  await part.press(ctrl('b'));
  expect(message(part)).toBe('Ctrl+B does nothing here. ? shows all keys.');
  await part.paste('on and on');
  expect(message(part)).toBe('What was pasted does nothing here. ? shows all keys.');
  expect(part.done).toEqual([]);
});

test('help tells what the screen is for and every key, also those that are off, and why', async () => {
  await using part = await openFrame({explanation: 'Here the system\nis described.'});
  await part.press('?');
  const text = body(part).join('\n');
  expect(text).toMatch(/^Here the system is described\.\n\nKeys of this screen\n\n/);
  const {confirm, owner} = itemBindings;
  for (const {help} of [confirm, owner, frameBindings.quit, frameBindings.redraw])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(help);
  expect(text).toContain('Take back your last change. Off now: Nothing was done yet.');
  expect(row(part, -1)).toBe(' Esc close');
  for (const close of [keys.escape, '?', 'q']) {
    await part.press(close);
    expect(body(part)).toEqual(['body of 78×19']);
    await part.press('?');
    expect(body(part)).toContain('Keys of this screen');
  }
  expect(part.done).toEqual([]);
});

test('help that is longer than the screen is read with the keys that move', async () => {
  const all: readonly Binding[] = Object.values({...itemBindings, ...stepBindings});
  const layer: KeyLayerOf = (run) => all.map((binding) => ({binding, run: run(binding.label)}));
  await using part = await openFrame({layer, cols: 60, rows: 16});
  await part.press('?');
  const seen = new Set(body(part));
  while (row(part, -4).includes('more')) {
    await part.press(keys.pageDown);
    for (const one of body(part)) seen.add(one);
  }
  const text = [...seen].join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Say why the item does not apply here.');
  expect(text).toContain('Go back to the shell for a while');
  await part.press('g');
  expect(body(part)[0]).toBe('Keys of this screen');
  expect(part.done).toEqual([]);
});

test('the palette finds a command by any of its words, shows its key, and runs it', async () => {
  await using part = await openFrame();
  await part.press(':');
  expect(body(part)[0]).toBe('Command:');
  expect(row(part, -1)).toBe(' ⏎ run it · Esc close');
  await part.press('name the');
  expect(body(part).filter((one) => one.includes('❯'))).toEqual([
    expect.stringMatching(/^❯ owner .*o$/),
  ]);
  await part.press(keys.enter);
  expect(part.done).toEqual(['owner asked']);
  expect(body(part)).toEqual(['body of 78×19']);
});

test('a command of the palette that is off says why; what nothing is called, and Esc, run nothing', async () => {
  await using part = await openFrame();
  await part.press(':undo', keys.enter);
  expect(message(part)).toBe('Nothing was done yet.');
  await part.press(':no such command');
  expect(body(part)).toContain('  Nothing matches.');
  await part.press(keys.enter, keys.escape);
  expect(body(part)).toEqual(['body of 78×19']);
  expect(part.done).toEqual([]);
});

test('the palette is gone through with the arrows, and its cursor begins anew with each letter', async () => {
  await using part = await openFrame();
  await part.press(':', keys.down, keys.down, keys.up);
  expect(body(part).find((one) => one.startsWith('❯'))).toMatch(/^❯ owner/);
  await part.press('e');
  expect(body(part).find((one) => one.startsWith('❯'))).toMatch(/^❯ done, go on/);
  await part.press(keys.backspace);
  expect(body(part).find((one) => one.startsWith('❯'))).toMatch(/^❯ done, go on/);
  await part.press(keys.down, keys.enter);
  expect(part.done).toEqual(['owner asked']);
});

test('a paste narrows the palette down like typing', async () => {
  await using part = await openFrame();
  await part.press(':');
  await part.paste('all keys of\n');
  expect(body(part)[2]).toMatch(/^❯ all keys /);
  expect(body(part).join('\n')).not.toContain('owner');
  await part.press(keys.enter);
  expect(body(part)).toContain('Keys of this screen');
});

test('Ctrl+L, Ctrl+Z and Ctrl+C are keys of every screen', async () => {
  await using part = await openFrame();
  await part.press(ctrl('l'), ctrl('z'), ctrl('c'));
  expect(part.done).toEqual(['drawn again', 'suspended', 'left']);
});

test('keys of a screen that is too small to be seen do nothing', async () => {
  await using part = await openFrame({cols: 40, rows: 10});
  expect(part.screenText().join(' ')).toContain('This terminal is 40×10. handoff-wizard');
  await part.press('o', keys.enter, '?');
  expect(part.done).toEqual([]);
  await part.resize(80, 24);
  expect(body(part)).toEqual(['body of 78×19']);
  await part.press('o');
  expect(part.done).toEqual(['owner asked']);
});
