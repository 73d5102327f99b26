import {useState} from 'react';
import {Box, Text, useInput} from 'ink';
import {expect, test} from 'vitest';
import {TextInput} from '../../../source/wizard/editor/text-input.tsx';
import {ctrl, keys} from '../../harness/keys.ts';
import {openPart} from '../../harness/part.tsx';

function Field({
  width = 20,
  initialText = '',
}: {
  readonly width?: number;
  readonly initialText?: string;
}) {
  const [changes, setChanges] = useState<readonly string[]>([]);
  const [sent, setSent] = useState('');
  return (
    <Box flexDirection="column">
      <TextInput
        initialText={initialText}
        isActive
        width={width}
        placeholder="Name"
        onChange={(text) => setChanges((before) => [...before, text])}
        onSubmit={setSent}
      />
      <Text>changes: {changes.length}</Text>
      <Text>sent: {sent}</Text>
    </Box>
  );
}

/** Two fields; Tab goes from one to the other. */
function Form() {
  const [at, setAt] = useState(0);
  useInput((_, key) => {
    if (key.tab) setAt(1 - at);
  });
  return (
    <Box flexDirection="column">
      {[0, 1].map((index) => (
        <TextInput key={index} initialText="" isActive={index === at} width={30} />
      ))}
    </Box>
  );
}

test('text and Enter in one piece are sent whole', async () => {
  await using screen = await openPart(<Field />);
  expect(screen.screenText()[0]).toBe('Name');
  await screen.press('Apex Bank', keys.left, ctrl('a'), 'The ', keys.enter);
  expect(screen.screenText().slice(0, 3)).toEqual([
    'The Apex Bank',
    'changes: 13',
    'sent: The Apex Bank',
  ]);
});

test('line breaks and tabs in a paste become one space, and moves up and down do nothing', async () => {
  await using screen = await openPart(<Field />);
  await screen.paste('one\r\n\r\n\ttwo');
  await screen.press(keys.up, keys.down, keys.pageUp, keys.tab, keys.enter);
  expect(screen.screenText()[2]).toBe('sent: one two');
});

test('a move is no change', async () => {
  await using screen = await openPart(<Field initialText="abc" />);
  await screen.press(keys.left, keys.home, keys.end);
  expect(screen.screenText().slice(0, 2)).toEqual(['abc', 'changes: 0']);
});

test('a text longer than the field scrolls with the cursor', async () => {
  await using screen = await openPart(<Field width={8} initialText="0123456789日本" />);
  expect(screen.screenText()[0]).toBe('789日本');
  await screen.press(keys.left, keys.left);
  expect(screen.screenText()[0]).toBe('789日本');
  await screen.press(keys.home);
  expect(screen.screenText()[0]).toBe('01234567');
  await screen.press(keys.end, keys.left, keys.left, ctrl('u'));
  expect(screen.screenText()[0]).toBe('日本');
});

test('keys typed at once into two fields go where Tab put them', async () => {
  await using screen = await openPart(<Form />);
  await screen.press('first', keys.tab, 'second', keys.tab, ' again', keys.tab, '!');
  expect(screen.screenText().slice(0, 2)).toEqual(['first again', 'second!']);
});
