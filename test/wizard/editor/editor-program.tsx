// The editor as a program: `node editor-program.js FILE` keeps the text in FILE; Esc ends it.
import {rename, writeFile} from 'node:fs/promises';
import {useRef} from 'react';
import {Box, render, Text, useApp, useInput, useWindowSize} from 'ink';
import {TextEditor, type TextEditorHandle} from '../../../source/wizard/editor/text-editor.tsx';
import {createKeyQueue} from '../../../source/wizard/input/key-queue.ts';

const [, , file = ''] = process.argv;

async function keep(text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

function Program() {
  const {columns, rows} = useWindowSize();
  const {exit} = useApp();
  const editor = useRef<TextEditorHandle>(null);
  useInput((_, key) => {
    if (key.escape) void editor.current?.settle().then((text) => exit(text));
  });
  return (
    <Box flexDirection="column" height={rows}>
      <Text>Editing in {columns} cells</Text>
      <TextEditor
        ref={editor}
        initialText=""
        width={columns}
        height={rows - 1}
        isActive
        placeholder="Write here"
        onKeep={keep}
      />
    </Box>
  );
}

const {waitUntilExit} = render(<Program />, {
  stdin: createKeyQueue(process.stdin),
  alternateScreen: true,
  incrementalRendering: true,
  exitOnCtrlC: false,
  maxFps: 120,
});
const text = await waitUntilExit();
process.stdout.write(`ended with ${String(text).length} characters\n`);
