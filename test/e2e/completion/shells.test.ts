import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openTerminal} from '../../harness/terminal.ts';
import {makePlace, program, type Place} from '../place.ts';

/** How each shell starts without anybody's own settings, and reads the completion. */
const shells = {
  bash: {
    args: ['--norc', '--noprofile', '-i'],
    reads: 'source <(handoff-wizard completion bash)',
  },
  zsh: {
    args: ['-f', '-i'],
    reads: 'autoload -Uz compinit; compinit -u -D; source <(handoff-wizard completion zsh)',
  },
  fish: {
    args: ['--no-config', '-i'],
    reads: 'handoff-wizard completion fish | source',
  },
} as const;

function isThere(shell: string): boolean {
  try {
    execFileSync(shell, ['-c', 'true']);
    return true;
  } catch {
    return false;
  }
}

/** The program under its own name, as an installation puts it on the path. */
function onPath(place: Place): string {
  const folder = path.join(place.path, 'programs');
  mkdirSync(folder);
  const file = path.join(folder, 'handoff-wizard');
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(file, 0o755);
  return `${folder}:${place.env['PATH']}`;
}

test.each(Object.entries(shells).filter(([shell]) => isThere(shell)))(
  'Tab in %s completes commands, what the handoff has, and files, and runs nothing that was typed',
  async (shell, {args, reads}) => {
    await using place = makePlace();
    await place.start();
    await place.write('rows-of-today.jsonl', '');
    const env = {
      ...place.env,
      PATH: onPath(place),
      CI: undefined,
      PS1: 'ready> ',
      PROMPT: 'ready> ',
    };
    await using terminal = openTerminal({
      command: shell,
      args,
      env,
      cwd: place.workspace,
      cols: 120,
      rows: 40,
    });
    terminal.write(`${reads}\r`);
    terminal.write(`printf 'shell-%s\\n' stands\r`);
    await terminal.waitFor('shell-stands');
    terminal.write('handoff-wizard stat\t');
    await terminal.waitFor(/handoff-wizard status\s*$/mu);
    terminal.write('--handoff ap\t');
    await terminal.waitFor(/status --handoff apex-banking-payments-api/u);
    terminal.write('\u0015handoff-wizard item run check-h\t');
    await terminal.waitFor('item run check-health');
    terminal.write('\u0015handoff-wizard apply rows-o\t');
    await terminal.waitFor('apply rows-of-today.jsonl');
    terminal.write('\u0015handoff-wizard item run "$(touch was-run)" --com\t');
    await terminal.waitFor('--command');
    expect(await place.files(place.workspace)).toEqual(['rows-of-today.jsonl']);
  },
);

test('shells that are not there are told', ({skip}) => {
  const missing = Object.keys(shells).filter((shell) => !isThere(shell));
  skip(missing.length > 0, `Not there: ${missing.join(', ')}.`);
  expect(missing).toEqual([]);
});
