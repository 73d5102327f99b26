import {mkdir, mkdtemp, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Command} from 'commander';
import {describe, expect, test} from 'vitest';
import {changeCommandOf} from '../../../source/commands/changes/add-change-commands.ts';
import {useOf} from '../../../source/commands/handoff-option.ts';
import {commands} from '../../../source/commands/registry.ts';
import {createHandoff, type NewHandoff} from '../../../source/store/create-handoff.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import type {Item, Phase, Playbook} from '../../../source/playbook/playbook.ts';
import {playbookWithoutGates} from '../../fixtures/built-in-playbook.ts';
import {isFull} from '../../harness/amount.ts';
import {keys} from '../../harness/keys.ts';
import {changeCalls, wordsOf} from '../changes/change-calls.ts';
import {runInOneProcess, type Outcome} from '../../harness/one-process/run.ts';
import {engineer, makePlace, program} from '../place.ts';
import {openTerminal} from '../../harness/terminal.ts';

const checks = 'checks:\n  - {name: Fine, command: pwd >> ran.txt, expect: {exit: 0}}\n';

/**
 * Commands that are made of their data run through one function, so two of them stand for all: one with
 * other commands before it, and one by itself.
 */
const ofData = Object.entries(changeCalls).filter(([name]) =>
  ['row set', 'session plan'].includes(name),
);

/** How each command that writes or runs is called; `out` is where it may write. */
const calls: Readonly<Record<string, (out: string) => readonly string[]>> = {
  item: () => ['item', 'network', 'done'],
  'item run': () => ['item', 'run', 'network', '--yes'],
  'item add': () => ['item', 'add', 'checklist', 'Tell the night shift'],
  'item remove': () => ['item', 'remove', 'Tell the night shift'],
  size: () => ['size', 'service'],
  discover: () => ['discover', '--take', 'all'],
  'playbook export': (out) => ['playbook', 'export', '--out', path.join(out, 'playbook.md')],
  'playbook update': () => ['playbook', 'update', '--yes'],
  apply: () => ['apply', 'changes.jsonl'],
  check: () => ['check', '--trust'],
  trust: () => ['trust', '--yes'],
  'check export': (out) => ['check', 'export', '--as', 'sh', '--out', path.join(out, 'checks.sh')],
  docs: (out) => ['docs', '--out', path.join(out, 'set'), '--format', 'md'],
  'docs eject': () => ['docs', 'eject', 'session-papers', '--to', 'workspace'],
  archive: (out) => ['archive', '--out', path.join(out, 'set.zip')],
  kit: (out) => ['kit', '--no-pdf', '--out', path.join(out, 'kit.zip')],
  'pass-on': (out) => ['pass-on', 'Sam Reed', '--out', path.join(out, 'handover.md')],
  publish: () => ['publish'],
  drift: () => ['drift'],
  'runbook prove': () => ['runbook', 'prove', 'Look', '--saw', 'The folder was printed'],
  'runbook run': () => ['runbook', 'run', 'Look', '--yes'],
  share: (out) => ['share', '--file', path.join(out, 'shared.zip')],
  'calendar weekend': () => ['calendar', 'weekend', 'fri', 'sat'],
  'calendar holidays': () => ['calendar', 'holidays', '--add', '2026-12-25'],
  'calendar worked': () => ['calendar', 'worked', '--add', '2026-12-26'],
  undo: () => ['undo'],
  redo: () => ['redo'],
  ...Object.fromEntries(ofData.map(([name, {call}]) => [name, () => call])),
};

const runbook = wordsOf(
  'row add runbooks --item view-logs name=Look commands=pwd effect=safe expected=/',
);

/** What has to be there before some of them have something to do. */
const before: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'check export': [['check', '--trust']],
  drift: [
    ['check', '--trust'],
    ['session', 'start'],
    ['session', 'end'],
  ],
  'item remove': [['item', 'add', 'checklist', 'Tell the night shift']],
  'runbook prove': [runbook],
  'runbook run': [runbook],
  undo: [['item', 'network', 'done']],
  redo: [['item', 'network', 'done'], ['undo']],
  ...Object.fromEntries(ofData.map(([name, {before: lead = []}]) => [name, lead])),
};

/** Those that take the id by position too. */
const byPosition: Readonly<Record<string, readonly string[]>> = {
  docs: ['docs', 'apex-pay', '--out', 'set', '--format', 'md'],
  drift: ['drift', 'apex-pay'],
  archive: ['archive', 'apex-pay', '--out', 'set.zip'],
  kit: ['kit', 'apex-pay', '--no-pdf', '--out', 'kit.zip'],
  share: ['share', 'apex-pay', '--file', 'shared.zip'],
  'playbook update': ['playbook', 'update', 'apex-pay'],
};

/** Commands that have no handoff to act on, and why. */
const apart: Readonly<Record<string, string>> = {
  new: 'starts one',
  list: 'all of them',
  due: 'all of them',
  report: 'all of them',
  verify: 'an archive',
  open: 'a kit',
  answer: 'a kit',
  'answer check': 'a kit',
  'answer run': 'a kit',
  'answer demonstrate': 'a kit',
  'answer ask': 'a kit',
  'answer say': 'a kit',
  'answer decide': 'a kit',
  'answer undo': 'a kit',
  import: 'what the file says',
  sync: 'what is shared in the folder',
  schema: 'prints a schema',
  'playbook list': 'all that are found',
  'playbook show': 'a file',
  'playbook lint': 'a file',
  'playbook new': 'writes a file',
  'playbook eject': 'writes a file',
  'config list': 'the person',
  'config get': 'the person',
  'config set': 'the person',
  'config unset': 'the person',
  'config edit': 'the person',
  'row fields': 'describes a table',
  demo: 'a store of its own',
  help: 'tells of commands',
  doctor: 'the machine',
  completion: 'prints a script',
  complete: 'reads what a line means',
};

function below(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...below(child)]);
}

function nameOf(command: Command): string {
  const parent = command.parent?.parent ? `${nameOf(command.parent)} ` : '';
  return parent + command.name();
}

function everyCommand(): Command[] {
  const registered = new Command();
  for (const add of commands) add(registered, () => undefined);
  const onlyHold = new Set(
    wordsOf(
      'config calendar contradiction draft playbook session demonstration teach-back open-point row runbook person check-in',
    ),
  );
  return below(registered).filter((command) => !onlyHold.has(nameOf(command)));
}

describe('the registry', () => {
  test('every command says what it does with a handoff, or is one that has none', () => {
    const unsaid = everyCommand()
      .filter((command) => !useOf(command))
      .map(nameOf)
      .toSorted();
    expect(unsaid, 'Make it with onHandoff').toEqual(Object.keys(apart).toSorted());
  });

  test('every command that writes or runs is tried below', () => {
    // It takes two stores that were apart to have something to choose from; the tests of sharing do.
    const acting = everyCommand().filter(
      (command) => useOf(command) === 'acts' && nameOf(command) !== 'contradiction settle',
    );
    const stand = new Set(ofData.map(([name]) => name));
    const tried = acting.filter(
      (command) => !changeCommandOf(command) || stand.has(nameOf(command)),
    );
    expect(tried.map(nameOf).toSorted()).toEqual(Object.keys(calls).toSorted());
    const positional = acting.filter((command) =>
      command.registeredArguments.some((argument) => argument.name() === 'id'),
    );
    expect(positional.map(nameOf).toSorted()).toEqual(Object.keys(byPosition).toSorted());
  });
});

interface World extends AsyncDisposable {
  readonly folders: Readonly<Record<'apex' | 'bolt' | 'above' | 'outside', string>>;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: (
    folder: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  /** How many actions each handoff has. */
  readonly sizes: () => Readonly<Record<string, number>>;
}

/** The playbook with something to run at one of its items. */
function withCommand(playbook: Playbook): Playbook {
  const given = (item: Item): Item => (item.id === 'network' ? {...item, commands: ['pwd']} : item);
  const steps = (phase: Phase) =>
    phase.steps.map((step) => ({...step, items: step.items.map(given)}));
  return {...playbook, phases: playbook.phases.map((phase) => ({...phase, steps: steps(phase)}))};
}

function startHandoff(
  home: string,
  fields: Pick<NewHandoff, 'customer' | 'system' | 'workspace'>,
): Promise<string> {
  const playbook = {playbook: withCommand(playbookWithoutGates), playbookSource: 'built-in'};
  return createHandoff(home, engineer, {...fields, ...playbook, timeZone: 'UTC'});
}

const ids = ['apex-pay', 'bolt-pay', 'core-pay'];

/** Apex and Bolt side by side in a folder that is Core's; Core was worked on last. */
async function makeWorld(): Promise<World> {
  const place = makePlace();
  const above = path.join(place.path, 'customers');
  const folders = {
    apex: path.join(above, 'apex'),
    bolt: path.join(above, 'bolt'),
    above,
    outside: place.workspace,
  };
  for (const [name, customer] of [
    ['apex', 'Apex'],
    ['bolt', 'Bolt'],
    ['above', 'Core'],
  ] as const) {
    await mkdir(path.join(folders[name], 'deep'), {recursive: true});
    await writeFile(path.join(folders[name], 'handoff.yaml'), checks);
    const change = '{"type":"item/settled","item":"network","status":"done"}\n';
    for (const folder of [folders[name], path.join(folders[name], 'deep')])
      await writeFile(path.join(folder, 'changes.jsonl'), change);
    await startHandoff(place.home, {customer, system: 'Pay', workspace: folders[name]});
  }
  // Of the person, so that it is there wherever they stand.
  await writeFile(path.join(place.home, 'targets.yaml'), 'targets: [{name: own, command: cat}]\n');
  const run: World['run'] = (cwd, args, env = {}) =>
    runInOneProcess({args, cwd, env: {...place.env, ...env}});
  return {
    folders,
    home: place.home,
    env: place.env,
    run,
    sizes: () =>
      Object.fromEntries(ids.map((id) => [id, readSnapshot(place.home, id).journal.length])),
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

/** Which handoffs have other actions than before. */
function changed(before: Readonly<Record<string, number>>, now: typeof before): string[] {
  return ids.filter((id) => before[id] !== now[id]);
}

const hits = [
  ['apex', 'deep', 'For Apex · Pay (apex-pay).', 'apex-pay'],
  ['bolt', '', 'For Bolt · Pay (bolt-pay).', 'bolt-pay'],
  ['above', 'deep', 'For Core · Pay (core-pay).', 'core-pay'],
] as const;

// They all find their handoff by one function: each is tried in one folder and in one other way, by turn.
const tried = Object.entries(calls).map(([name, call], turn) => ({name, call, turn}));

describe.each(tried)('$name', ({name, call, turn}) => {
  const lead = before[name] ?? [];
  const isOnTurn = (way: number) => isFull || turn % 3 === way;

  test.concurrent('acts for the handoff of its folder, which it names first', async () => {
    await using world = await makeWorld();
    for (const [place, deeper, words, id] of hits.filter((_, way) => isOnTurn(way))) {
      const out = await mkdtemp(path.join(world.folders.outside, 'out-'));
      for (const each of lead) await world.run(world.folders[place], each);
      const then = world.sizes();
      const folder = path.join(world.folders[place], deeper);
      const {exitCode, stderr} = await world.run(folder, call(out));
      expect(stderr.split('\n')[0]).toBe(words);
      expect(exitCode, stderr).toBe(0);
      expect([[], [id]]).toContainEqual(changed(then, world.sizes()));
    }
  });

  test
    .runIf(isOnTurn(0))
    .concurrent('takes the one named, by option before variable, from any folder', async () => {
      await using world = await makeWorld();
      const out = await mkdtemp(path.join(world.folders.outside, 'out-'));
      const env = {HANDOFF_WIZARD_HANDOFF: 'bolt-pay'};
      for (const folder of [world.folders.bolt, world.folders.above])
        for (const each of lead) await world.run(folder, each);
      const then = world.sizes();
      const byVariable = await world.run(world.folders.apex, call(out), env);
      expect(byVariable.stderr.split('\n')[0]).toBe('For Bolt · Pay (bolt-pay).');
      const named = await world.run(
        world.folders.apex,
        [...call(out), '--handoff', 'core-pay'],
        env,
      );
      expect(named.stderr.split('\n')[0]).toBe('For Core · Pay (core-pay).');
      expect(changed(then, world.sizes())).not.toContain('apex-pay');
    });

  test
    .runIf(isOnTurn(1))
    .concurrent('outside of all workspaces takes the one worked on last', async () => {
      await using world = await makeWorld();
      const out = await mkdtemp(path.join(world.folders.outside, 'out-'));
      await writeFile(
        path.join(world.folders.outside, 'changes.jsonl'),
        '{"type":"item/settled","item":"network","status":"done"}\n',
      );
      const {stderr} = await world.run(world.folders.outside, call(out));
      expect(stderr.split('\n')[0]).toBe('For Core · Pay (core-pay).');
    });

  test
    .runIf(isOnTurn(2))
    .concurrent('refuses where several handoffs have the folder, with the list', async () => {
      await using world = await makeWorld();
      await startHandoff(world.home, {
        customer: 'Apex',
        system: 'Ledger',
        workspace: world.folders.apex,
      });
      const before = world.sizes();
      const {exitCode, stdout, stderr} = await world.run(world.folders.apex, call('out'));
      expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
      expect(stderr).toContain('Apex · Ledger (apex-ledger)');
      expect(stderr).toContain('Apex · Pay (apex-pay)');
      expect(stderr).toContain('--handoff apex-');
      expect(changed(before, world.sizes())).toEqual([]);
    });
});

describe.each(Object.entries(byPosition))('%s', (name, args) => {
  test.concurrent('refuses the id of another from inside a workspace', async () => {
    await using world = await makeWorld();
    for (const each of before[name] ?? []) await world.run(world.folders.apex, each);
    const then = world.sizes();
    const {exitCode, stdout, stderr} = await world.run(world.folders.bolt, args);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain('This folder belongs to Bolt · Pay (bolt-pay)');
    expect(stderr).toContain('--handoff apex-pay');
    expect(changed(then, world.sizes())).toEqual([]);
    const own = await world.run(world.folders.apex, args);
    expect(own.exitCode).toBe(0);
    expect(own.stderr.split('\n')[0]).toBe('For Apex · Pay (apex-pay).');
  });
});

test.concurrent('a checks file of another workspace is refused until its handoff is named', async () => {
  await using world = await makeWorld();
  const file = path.join(world.folders.bolt, 'handoff.yaml');
  for (const args of [
    ['check', '--trust', '--file', file],
    ['trust', '--yes', file],
  ]) {
    const refused = await world.run(world.folders.apex, args);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('--handoff bolt-pay');
  }
  const settings = await world.run(world.folders.apex, ['config', 'list', '--json']);
  expect(JSON.parse(settings.stdout)).toMatchObject({trusted: []});
  const byName = ['check', '--trust', '--file', file, '--handoff', 'bolt-pay'];
  const named = await world.run(world.folders.apex, byName);
  expect(named.exitCode, named.stderr).toBe(0);
  expect(await readFile(path.join(world.folders.bolt, 'ran.txt'), 'utf8')).toContain('bolt');
});

test.concurrent('beside a checks file no handoff is needed, nor is the one worked on last taken', async () => {
  await using world = await makeWorld();
  await writeFile(path.join(world.folders.outside, 'handoff.yaml'), checks);
  const before = world.sizes();
  const {exitCode, stdout, stderr} = await world.run(world.folders.outside, ['check', '--trust']);
  expect(exitCode, stderr).toBe(0);
  expect(stdout).not.toContain('Kept with');
  expect(stderr).not.toContain('For ');
  const ran = await readFile(path.join(world.folders.outside, 'ran.txt'), 'utf8');
  expect(ran.trim()).toBe(world.folders.outside);
  expect(world.sizes()).toEqual(before);
});

test.concurrent('what only reads takes the one of its folder as well, and any by its id', async () => {
  await using world = await makeWorld();
  const here = await world.run(world.folders.apex, ['status']);
  expect(here.stdout).toContain('Apex');
  const other = await world.run(world.folders.apex, ['status', 'bolt-pay']);
  expect(other).toMatchObject({exitCode: 0, stderr: ''});
  expect(other.stdout).toContain('Bolt');
});

test.concurrent('on a terminal it is asked which of several is meant', async () => {
  await using world = await makeWorld();
  await startHandoff(world.home, {
    customer: 'Apex',
    system: 'Ledger',
    workspace: world.folders.apex,
  });
  await using terminal = openTerminal({
    command: process.execPath,
    args: [program, 'item', 'network', 'done'],
    env: {CI: undefined, ...world.env},
    cwd: world.folders.apex,
  });
  const shown = await terminal.waitFor('Which one?');
  const line = shown.find((text) => text.includes('apex-pay')) ?? '';
  terminal.write(`${line.trim().charAt(0)}${keys.enter}`);
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(readSnapshot(world.home, 'apex-pay').handoff.items['network']?.status).toBe('done');
});
