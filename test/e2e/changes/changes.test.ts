import {Command} from 'commander';
import {describe, expect, test} from 'vitest';
import {changeCommandOf} from '../../../source/commands/changes/add-change-commands.ts';
import type {ChangeCommand, Face} from '../../../source/commands/changes/change-command.ts';
import {examplesIn} from '../../../source/commands/examples.ts';
import {addGlobalOptions} from '../../../source/commands/global-options.ts';
import {changeTable, commands} from '../../../source/commands/registry.ts';
import {changeTypes, entryOf, type ChangeType} from '../../../source/handoff/changes/catalogue.ts';
import {runInOneProcess} from '../../harness/one-process/run.ts';
import {makePlace, type Place} from '../place.ts';
import {changeCalls, wordsNow, wordsOf, type Call} from './change-calls.ts';

function below(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...below(child)]);
}

function nameOf(command: Command): string {
  const parent = command.parent?.parent ? `${nameOf(command.parent)} ` : '';
  return parent + command.name();
}

function everyCommand(): Map<string, Command> {
  const program = new Command();
  for (const add of commands) add(program, () => undefined);
  return new Map(below(program).map((command) => [nameOf(command), command]));
}

const all = everyCommand();
const made = [...all].flatMap(([name, command]): [string, ChangeCommand][] => {
  const data = changeCommandOf(command);
  return data ? [[name, data]] : [];
});

describe('the table of changes', () => {
  test.each(changeTypes)('%s has a command that there is', (type) => {
    const ways = changeTable[type];
    const names = 'madeBy' in ways ? ways.madeBy : ways.map(({name}) => name);
    expect(names.filter((name) => !all.has(name))).toEqual([]);
  });

  test('every command that is made of its data is in the table, under each change that it makes', () => {
    const missing = made.flatMap(([name, {makes}]) =>
      (Object.keys(makes) as ChangeType[]).flatMap((type) => {
        const ways = changeTable[type];
        const isThere = !('madeBy' in ways) && ways.some((one) => one.name === name);
        return isThere ? [] : [`${name} makes ${type}`];
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(made)('%s', (name, {makes, name: called}) => {
  const faces = Object.entries(makes) as [ChangeType, Readonly<Record<string, Face>>][];

  test('goes by its name', () => {
    expect(called).toBe(name);
  });

  test('types each field as the catalogue has it', () => {
    const wrong = faces.flatMap(([type, fields]) =>
      Object.entries(entryOf(type).fields).flatMap(([field, {isOptional, choices}]) => {
        const face = fields[field];
        if (!face) return [`${type}.${field} is not said`];
        if (face.as === 'program') return [];
        const isNeeded = face.as === 'argument' ? !face.hasUsual : (face.isNeeded ?? false);
        const mustBe = !isOptional && !face.hasUsual && faces.length === 1;
        return [
          ...(mustBe && !isNeeded ? [`${type}.${field} can be left out`] : []),
          ...(isOptional && isNeeded ? [`${type}.${field} cannot be left out`] : []),
          ...(choices && String(face.choices) !== String(choices)
            ? [`${type}.${field} has other words`]
            : []),
        ];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test('every command that is made of its data is called below', () => {
  expect(made.map(([name]) => name).toSorted()).toEqual(Object.keys(changeCalls).toSorted());
});

/** What `discover` finds two components in. */
const compose = 'services:\n  api: {image: "shop/api:2.4.1"}\n  db: {image: "postgres:16"}\n';

const typesIn = async (place: Place, id: string) =>
  (await place.stored(id)).journal.map(({type}) => type as string);

async function lead(place: Place, {before = []}: Call): Promise<void> {
  for (const each of before) {
    const {exitCode, stderr} = await place.run(each);
    expect(exitCode, stderr).toBe(0);
  }
}

describe.each(Object.entries(changeCalls).filter(([, {isRefused}]) => !isRefused))(
  '%s',
  (name, one) => {
    test.concurrent('makes all of its changes, and with --dry-run none', async () => {
      await using place = makePlace();
      const id = await place.startWithoutGates();
      await place.write('compose.yaml', compose);
      await lead(place, one);
      const before = await typesIn(place, id);
      const dry = await place.run([...wordsNow(one), '--dry-run']);
      expect(dry.exitCode, dry.stderr).toBe(0);
      expect(dry.stdout).toContain('nothing written');
      expect(await typesIn(place, id)).toEqual(before);

      const {exitCode, stdout, stderr} = await place.run([...wordsNow(one), '--json']);
      expect(exitCode, stderr + stdout).toBe(0);
      const printed = JSON.parse(stdout) as {format: number; changes: {type: string; id: string}[]};
      const after = (await typesIn(place, id)).slice(before.length);
      expect(printed.format).toBe(1);
      expect(after.filter((type) => type !== 'calendar/set')).toEqual(
        printed.changes.map(({type}) => type),
      );
      const command = made.find(([called]) => called === name)?.[1];
      const promised = Object.keys(command?.makes ?? {});
      // What is only done at the source of a point that has one is shown by its own test.
      const sometimes = new Set(['session/answered', 'record/changed']);
      const wanted =
        promised.length === 1
          ? promised
          : promised.filter((t) => !sometimes.has(t) || name === 'row set');
      expect(printed.changes.map(({type}) => type)).toEqual(expect.arrayContaining(wanted));
    });
  },
);

/** What holds commands and is none by itself. */
const onlyHold = new Set(
  wordsOf(
    'config calendar contradiction draft playbook session demonstration teach-back open-point row runbook person check-in',
  ),
);

/** The program with all its commands, none of which does anything. */
function idleProgram(): Command {
  const program = addGlobalOptions(new Command('handoff-wizard').exitOverride());
  program.configureOutput({writeErr: () => undefined, writeOut: () => undefined});
  for (const add of commands) add(program, () => undefined);
  for (const command of below(program)) command.action(() => undefined);
  return program;
}

describe('the help shows examples, which the program takes', () => {
  test.each([...all.keys()].filter((name) => !onlyHold.has(name)))('%s', async (name) => {
    const command = all.get(name);
    const examples = command ? examplesIn(command) : [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(`${example} `.startsWith(`${name} `), example).toBe(true);
      await idleProgram().parseAsync(wordsOf(example), {from: 'user'});
    }
  });
});

test('a text of - is what standard input holds, all of its lines', async () => {
  await using place = makePlace();
  const id = await place.startWithoutGates();
  const args = ['item', 'set', 'network', '--text', '-'];
  const input = 'One flow.\n\n- From the shop\n';
  const {exitCode} = await runInOneProcess({args, cwd: place.workspace, env: place.env, input});
  expect(exitCode).toBe(0);
  const {items} = (await place.stored(id)).handoff;
  expect(items['network']).toMatchObject({status: 'done', text: input.trim()});
  const twice = await place.run(['item', 'set', 'network', '--text', '-', '--note', '-']);
  expect(twice.exitCode).toBe(2);
  expect(twice.stderr).toContain('Standard input is asked for twice.');
});
