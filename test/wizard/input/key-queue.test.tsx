import {once} from 'node:events';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {Text, useInput, usePaste} from 'ink';
import SelectInput from 'ink-select-input';
import {useEffect, useState} from 'react';
import {expect, test} from 'vitest';
import {unstable_NormalPriority, unstable_scheduleCallback} from 'scheduler';
import {createKeyQueue} from '../../../source/wizard/input/key-queue.ts';
import {createFakeStdin} from '../../harness/fake-stdin.ts';
import {ctrl, keys, pasted} from '../../harness/keys.ts';
import {openScreen} from '../../harness/screen.ts';

const items = ['one', 'two', 'three', 'four'].map((value) => ({label: value, value}));

function Menu() {
  const [chosen, setChosen] = useState('nothing');
  return (
    <>
      <SelectInput items={items} onSelect={({value}) => setChosen(value)} />
      <Text>chosen: {chosen}</Text>
    </>
  );
}

/** Keys 1, 2, 3 … each lead to a screen with key handlers of its own, which knows only the next. */
function Stairs({isLate}: {readonly isLate: boolean}) {
  const [step, setStep] = useState(0);
  async function goOn(): Promise<void> {
    await Promise.resolve();
    setStep(step + 1);
  }
  return <Stair key={step} step={step} onNext={() => (isLate ? void goOn() : setStep(step + 1))} />;
}

function Stair({step, onNext}: {readonly step: number; readonly onNext: () => void}) {
  useInput((input) => {
    if (input === String((step + 1) % 10)) onNext();
  });
  return <Text>step {step}</Text>;
}

function Log() {
  const [entries, setEntries] = useState<readonly string[]>([]);
  useInput((input, key) => {
    const name = Object.entries(key).find(([, isDown]) => isDown === true)?.[0] ?? '';
    setEntries([...entries, `${name}<${input.trim()}>`]);
  });
  usePaste((text) => setEntries([...entries, `paste<${text.length}>`]));
  return <Text>{entries.join(' ')}</Text>;
}

/** Blocks as a busy machine does: longer than React's scheduler works without a break. */
function block(): void {
  const end = performance.now() + 6;
  while (performance.now() < end);
}

/** Each key counts up only after other work of React, which takes it many turns. */
function Busy() {
  const [count, setCount] = useState(0);
  useInput(() => {
    for (let task = 0; task < 8; task += 1)
      unstable_scheduleCallback(unstable_NormalPriority, block);
    unstable_scheduleCallback(unstable_NormalPriority, () => setCount(count + 1));
  });
  return <Text>count {count}</Text>;
}

test('a key waits for what the key before it set off, however long that takes', async () => {
  await using screen = await openScreen(<Busy />);
  await screen.press('a', 'b', 'c', 'd');
  expect(await screen.waitFor(/count [4-9]/)).toContain('count 4');
});

test('two arrows and Enter in one piece choose the third entry of ink-select-input', async () => {
  await using screen = await openScreen(<Menu />);
  await screen.press(keys.down, keys.down, keys.enter);
  expect(screen.screenText()).toContain('chosen: three');
});

test.each([
  ['at once', false],
  ['after a promise', true],
])('each key reaches the screen that the key before it opened %s', async (_, isLate) => {
  await using screen = await openScreen(<Stairs isLate={isLate} />);
  await screen.press('1234567890'.repeat(20));
  expect(screen.screenText()[0]).toBe('step 200');
});

test('keys come apart, Esc is Esc, and bytes of one letter may come in two pieces', async () => {
  // Longer than a busy machine lets the second piece wait.
  await using screen = await openScreen(<Log />, {wait: 3000});
  screen.stdin.type(Buffer.from('é').subarray(0, 1));
  await screen.settle();
  screen.stdin.type(Buffer.from('é').subarray(1));
  await screen.press('ab', ctrl('a'), keys.up, keys.enter);
  await screen.press('\u{1B}[1;');
  await screen.press('5C');
  await screen.press(keys.escape);
  expect(screen.screenText()[0]).toBe(
    '<é> <a> <b> ctrl<a> upArrow<> return<> rightArrow<> escape<>',
  );
});

test('a paste of 3 MB in many pieces is one paste', async () => {
  await using screen = await openScreen(<Log />);
  const text = 'line of a large paste 日本\n'.repeat(100_000);
  const bytes = Buffer.from(pasted(text));
  for (let at = 0; at < bytes.length; at += 4095) screen.stdin.type(bytes.subarray(at, at + 4095));
  await screen.waitFor('paste');
  expect(screen.screenText()[0]).toBe(`paste<${text.length}>`);
});

test('input is left alone until Ink asks for it and again when it stops', async () => {
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin);
  expect(stdin.isRaw).toBe(true);
  stdin.type('ahead');
  await nextTurn();
  expect(stdin.readableLength).toBe(5);

  const heard: string[] = [];
  const listen = (): void => {
    for (let key = queue.read(); key !== null; key = queue.read()) heard.push(String(key));
  };
  queue.setEncoding('utf8');
  queue.setRawMode(true);
  queue.on('readable', listen);
  while (heard.length < 5) await nextTurn();
  expect(heard).toEqual(['a', 'h', 'e', 'a', 'd']);

  queue.setRawMode(false);
  queue.off('readable', listen);
  expect(stdin.isRaw).toBe(false);
  stdin.type('child');
  await nextTurn();
  await nextTurn();
  expect(stdin.readableLength).toBe(5);
  expect(stdin.read()).toEqual(Buffer.from('child'));
});

test('keys already read wait while a child has the terminal', async () => {
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin);
  const heard: string[] = [];
  const listen = (): void => {
    for (let key = queue.read(); key !== null; key = queue.read()) {
      heard.push(String(key));
      if (key === 'x') suspend();
    }
  };
  const suspend = (): void => {
    queue.setRawMode(false);
    queue.off('readable', listen);
  };
  queue.setEncoding('utf8');
  queue.setRawMode(true);
  queue.on('readable', listen);
  stdin.type('axbc');
  while (heard.length < 2) await nextTurn();
  await nextTurn();
  await nextTurn();
  expect(heard).toEqual(['a', 'x']);
  expect(queue.waiting).toBe(2);

  queue.setRawMode(true);
  queue.on('readable', listen);
  while (heard.length < 4) await nextTurn();
  expect(heard).toEqual(['a', 'x', 'b', 'c']);
});

test.each([
  ['done', () => Promise.resolve()],
  ['failed', () => Promise.reject(new Error('No room.'))],
])('keys wait while work is under way, and go on when it has %s', async (_, finish) => {
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin);
  const work = Promise.withResolvers<void>();
  const heard: string[] = [];
  queue.setRawMode(true);
  queue.on('data', (key: Buffer) => {
    heard.push(key.toString());
    if (heard.length === 2) queue.holdDuring(work.promise);
  });
  stdin.type('abcd');
  while (heard.length < 2) await nextTurn();
  for (let turn = 0; turn < 10; turn += 1) await nextTurn();
  expect(heard).toEqual(['a', 'b']);

  work.resolve(finish());
  while (queue.waiting > 0) await nextTurn();
  expect(heard).toEqual(['a', 'b', 'c', 'd']);
});

test('the end of the input is passed on after the last key', async () => {
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin);
  queue.setRawMode(true);
  const heard: string[] = [];
  queue.on('data', (key: Buffer) => heard.push(key.toString()));
  stdin.end('ab');
  await once(queue, 'end');
  expect(heard).toEqual(['a', 'b']);
});

test('a terminal that goes away is the end of the input and no crash', async () => {
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin);
  queue.setRawMode(true);
  queue.on('data', () => undefined);
  stdin.destroy(new Error('read EIO'));
  await once(queue, 'end');
  expect(queue.waiting).toBe(0);
});

function Handover() {
  const [isOn, setIsOn] = useState(true);
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (isOn) return undefined;
    const timer = setImmediate(() => setIsOn(true));
    return () => clearImmediate(timer);
  }, [isOn]);
  useInput(
    () => {
      setCount(count + 1);
      setIsOn(false);
    },
    {isActive: isOn},
  );
  return <Text>count {count}</Text>;
}

test('keys wait while no part of the screen listens', async () => {
  await using screen = await openScreen(<Handover />);
  await screen.press('abcdefgh');
  expect(screen.screenText()[0]).toBe('count 8');
});

test('a burst is forgotten to its end, but for Ctrl+C; what comes later is delivered', async () => {
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin);
  const read: string[] = [];
  queue.setRawMode(true);
  queue.on('readable', () => {
    for (
      let key = queue.read() as Buffer | null;
      key !== null;
      key = queue.read() as Buffer | null
    ) {
      read.push(String(key));
      if (String(key) === 'w') queue.forgetBurst();
    }
  });
  stdin.type(`aw text${ctrl('c')}\r`);
  stdin.type('z');
  while (queue.waiting > 0 || stdin.readableLength > 0) await nextTurn();
  await nextTurn();
  expect(read.join('')).toBe(`aw${ctrl('c')}z`);
});
