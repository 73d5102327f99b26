// A program that hands the terminal to a child: `e` runs one that reads two lines from it.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {useState} from 'react';
import {Box, render, Text, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {createKeyQueue} from '../../../source/wizard/input/key-queue.ts';

const child = 'echo "child $ROUND is ready"; read -r a; read -r b; echo "got $a and $b"; read -r c';

let round = 0;

function Program() {
  const {exit, suspendTerminal} = useApp();
  const {rows} = useWindowSize();
  const [typed, setTyped] = useState('');
  useInput((input) => {
    if (input === 'q') exit();
    else if (input === 'e')
      void suspendTerminal(async () => {
        round += 1;
        const env = {...process.env, ROUND: String(round)};
        await once(spawn('sh', ['-c', child], {stdio: 'inherit', env}), 'exit');
      });
    else setTyped((before) => before + input);
  });
  usePaste(() => undefined);
  return (
    <Box height={rows}>
      <Text>typed {typed}.</Text>
    </Box>
  );
}

// Room for a test to type ahead: the program goes on when it is told to.
const told = once(process, 'SIGUSR2');
const stayingAlive = setInterval(() => undefined, 1000);
process.stdout.write('starting\n');
await told;
clearInterval(stayingAlive);
const stdin = createKeyQueue(process.stdin);
// Ink draws from where the cursor stands, and what was typed ahead has moved it.
process.stdout.write('\r');
const {waitUntilExit} = render(<Program />, {
  stdin,
  alternateScreen: true,
  incrementalRendering: true,
  exitOnCtrlC: false,
});
await waitUntilExit();
process.stdout.write('the end\n');
