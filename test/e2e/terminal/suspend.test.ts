import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {openTerminal, type OpenTerminal} from '../../harness/terminal.ts';
import {makePlace, program, type Place} from '../place.ts';

const ready = '❯ ○ Validate every success criterion';

/** A shell with job control, in which the wizard runs as its job. */
async function openShell(place: Place): Promise<OpenTerminal> {
  place.open([], {rows: 24}).kill();
  const shell = openTerminal({
    command: 'bash',
    args: ['--norc', '--noprofile', '-i'],
    env: {...place.env, CI: undefined, PS1: 'shell> '},
    cwd: place.workspace,
  });
  await shell.waitFor('shell>');
  shell.write(`clear; ${process.execPath} ${program} resume${keys.enter}`);
  await shell.waitFor(ready);
  return shell;
}

async function comesBack(shell: OpenTerminal): Promise<void> {
  shell.write(`stty -a | tr ';' '\\n' | grep -c ' icanon'${keys.enter}`);
  await shell.waitFor(/^[1-9]\d*$/m);
  shell.write(`fg${keys.enter}`);
  await shell.waitFor((rows) => rows.join('\n').includes(ready) && !rows.join('\n').includes('fg'));
  shell.write('j');
  await shell.waitFor('❯ ○ See the whole system');
}

test.concurrent('Ctrl+Z gives the shell its terminal, and fg brings all back', async () => {
  await using place = makePlace();
  await place.start();
  await using shell = await openShell(place);
  shell.write(ctrl('z'));
  await shell.waitFor(/Stopped/);
  expect(shell.terminal.buffer.active.type).toBe('normal');
  expect(shell.terminal.modes.wraparoundMode).toBe(true);
  await comesBack(shell);
  expect(shell.terminal.buffer.active.type).toBe('alternate');
  expect(shell.screen().join('\n')).not.toContain('shell>');
});

test.concurrent.each(['TSTP', 'STOP'])('after SIG%s fg brings all back', async (signal) => {
  await using place = makePlace();
  await place.start();
  await using shell = await openShell(place);
  const {execa} = await import('execa');
  const {stdout} = await execa('pgrep', ['-P', String(shell.pid)]);
  process.kill(Number(stdout.trim().split('\n')[0]), `SIG${signal}`);
  await shell.waitFor(/Stopped/);
  await comesBack(shell);
  expect(shell.terminal.buffer.active.type).toBe('alternate');
  expect(shell.screen().join('\n')).not.toContain('shell>');
});

test.concurrent('where no shell watches over it, Ctrl+Z draws everything again', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor(ready);
  wizard.write(`${ctrl('z')}j`);
  await wizard.waitFor('❯ ○ See the whole system');
  expect(wizard.terminal.buffer.active.type).toBe('alternate');
});
