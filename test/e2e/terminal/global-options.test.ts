import {beforeAll, describe, expect, test} from 'vitest';
import {Command} from 'commander';
import {addGlobalOptions, globalOptionWords} from '../../../source/commands/global-options.ts';
import {commands} from '../../../source/commands/registry.ts';
import {openTerminal} from '../../harness/terminal.ts';
import {makePlace, program, type Place} from '../place.ts';

function below(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...below(child)]);
}

test('no command has an option of its own that every command has', () => {
  const all = addGlobalOptions(new Command());
  const names = new Set(all.options.flatMap(({long, short}) => [long, short]));
  for (const add of commands) add(all, () => undefined);
  const twice = below(all).flatMap((command) =>
    command.options
      .filter(({long, short}) => names.has(long) || (short !== undefined && names.has(short)))
      .map(({flags}) => `${command.name()} ${flags}`),
  );
  expect(twice).toEqual([]);
});

test.concurrent('they are told in the help once, and stand before or after a command', async () => {
  await using place = makePlace();
  await place.start();
  const {stdout} = await place.run(['--help']);
  for (const [flags] of globalOptionWords) expect(stdout).toContain(flags);
  const own = await place.run(['status', '--help']);
  expect(own.stdout).not.toContain('--no-pager');
  expect(own.stdout).toContain('"handoff-wizard help options" has what every command takes.');
  const done = ['item', 'network', 'done'];
  const quiet = await place.run(['-q', ...done]);
  expect(quiet).toMatchObject({exitCode: 0, stderr: ''});
  expect(await place.run([...done, '--quiet'])).toEqual(quiet);
  expect((await place.run(done)).stderr).toContain('For Apex Banking');
});

/** What asks, and what it would ask. */
const asking: readonly (readonly [args: readonly string[], question: string])[] = [
  [['trust'], 'Trust exactly this content?'],
  [['check'], 'Trust exactly this content and run it?'],
  [['runbook', 'run', 'Look'], 'Run exactly this?'],
  [['discover', '--live'], 'Run exactly these?'],
];

let asked: Place;

beforeAll(async () => {
  asked = makePlace();
  await asked.startWithoutGates();
  await asked.write('handoff.yaml', 'checks:\n  - {name: Up, command: pwd, expect: {exit: 0}}\n');
  await asked.run([
    ...'row add runbooks --item view-logs name=Look commands=pwd effect=safe'.split(' '),
    'expected=/',
  ]);
  return () => asked[Symbol.asyncDispose]();
});

describe('--no-input', () => {
  test.concurrent.each(asking)(
    '%j says what would be asked, and asks nothing',
    async (args, question) => {
      await using terminal = openTerminal({
        command: process.execPath,
        args: [program, ...args, '--no-input'],
        env: {CI: undefined, ...asked.env},
        cwd: asked.workspace,
        rows: 60,
      });
      expect(await terminal.exited).toMatchObject({exitCode: 2});
      const said = terminal.screen().join(' ').replaceAll(/\s+/gu, ' ');
      expect(said).toContain('Not asked, as --no-input says:');
      expect(said).toContain(question);
      expect(said).not.toContain('Type yes');
    },
  );

  test.concurrent('keeps the wizard away', async () => {
    await using place = makePlace();
    await place.start();
    await using terminal = place.open(['--no-input']);
    expect(await terminal.exited).toMatchObject({exitCode: 0});
    expect(terminal.screen().join('\n')).toContain('apex-banking-payments-api');
    await using resumed = place.open(['resume', '--no-input']);
    expect(await resumed.exited).toMatchObject({exitCode: 2});
  });
});

describe('--yes', () => {
  test.concurrent('trusts no checks file that it was not asked to trust', async () => {
    await using place = makePlace();
    await place.start();
    await place.write(
      'handoff.yaml',
      'checks:\n  - {name: Up, command: touch ran, expect: {exit: 0}}\n',
    );
    const refused = await place.run(['check', '--yes']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('--yes trusts no file from elsewhere');
    expect(await place.files(place.workspace)).toEqual(['handoff.yaml']);
    expect(await place.run(['--yes', 'trust'])).toMatchObject({exitCode: 0});
    expect(await place.run(['check'])).toMatchObject({exitCode: 0});
  });

  test.concurrent('runs no runbook that changes the system, but for --changes beside it', async () => {
    await using place = makePlace();
    await place.startWithoutGates();
    await place.run([
      ...'row add runbooks --item restart-services name=Restart effect=changes'.split(' '),
      'commands=touch ran',
      'expected=//',
    ]);
    const refused = await place.run(['runbook', 'run', 'Restart', '--yes']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('Say so with --changes.');
    expect(await place.files(place.workspace)).toEqual([]);
    await place.run(['runbook', 'run', 'Restart', '--yes', '--changes']);
    expect(await place.files(place.workspace)).toEqual(['ran']);
  });
});

describe('--verbose', () => {
  test.concurrent('tells what is read, written and started, and no argument of a program', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await place.run(['config', 'set', 'name', 'Ana Silva']);
    const file = await place.write(
      'handoff.yaml',
      'checks:\n  - {name: Up, command: [echo, hunter-two-secret], expect: {exit: 0}}\n',
    );
    const check = ['check', '--trust', '--format', 'tap'];
    const plain = await place.run(check);
    const {exitCode, stdout, stderr} = await place.run([...check, '--verbose']);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')[0]).toBe(plain.stdout.split('\n')[0]);
    expect(stderr).toMatch(/^\d+\.\d{3} s {2}starts echo in /mu);
    expect(stderr).toContain(`read ${file}`);
    expect(stderr).toContain(`read ${place.home}/settings.json`);
    expect(stderr).toContain(`appended 1 line to ${await place.journalFile(id)}`);
    expect(stderr).toMatch(/ends with 0, after /u);
    expect(stderr).not.toContain('hunter');
    const both = await place.run(['list', '--quiet', '--verbose']);
    expect(both.exitCode).toBe(2);
  });
});

test.concurrent('--no-color goes before what the environment says', async () => {
  await using place = makePlace();
  await place.start();
  await place.write('handoff.yaml', 'checks:\n  - {name: Up, command: pwd, expect: {exit: 0}}\n');
  const colored = await place.run(['check', '--trust'], {FORCE_COLOR: '1'});
  expect(colored.stdout).toContain('\u{1B}[');
  const plain = await place.run(['check', '--trust', '--no-color'], {FORCE_COLOR: '1'});
  expect(plain.stdout).not.toContain('\u{1B}[');
});
