import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {runInOneProcess, type Outcome} from '../../harness/one-process/run.ts';
import {makePlace, type Place} from '../place.ts';

const checks = `system: Payments API
checks:
  - name: Says so
    command: [echo, all is well]
    expect: {stdout: {contains: well}}
`;

/** Who made a kit, and who received it, each with a store of their own. */
export interface Sides extends AsyncDisposable {
  readonly jordan: Place;
  readonly id: string;
  /** Runs a command as the receiver, in a folder of theirs in which the kit lies as `kit.zip`. */
  readonly mina: (args: readonly string[]) => Promise<Outcome>;
  readonly desk: string;
  /** Where `answer --out answer.json` of the receiver writes. */
  readonly answer: string;
}

interface SidesOptions {
  /** Checks besides the one that holds, as they stand in the file. */
  readonly checks?: string;
  /** Arguments of commands that fill the handoff before the kit is made. */
  readonly more?: readonly (readonly string[])[];
}

/** A handoff without gates, of which the receiver has got a kit, and has never seen anything else. */
export async function makeSides(options: SidesOptions = {}): Promise<Sides> {
  const jordan = makePlace();
  const id = await jordan.startWithoutGates();
  await jordan.write('handoff.yaml', `${checks}${options.checks ?? ''}`);
  const runbook = ['name=Look', 'commands=echo it runs', 'trigger=Somebody asks', 'effect=safe'];
  const more = ['expected=it runs', 'author=Jordan Ruiz'];
  const done = [
    ['check', '--trust'],
    [
      'row',
      'add',
      'teach-back',
      '--item',
      'view-logs',
      'name=What do you do when it stops?',
      'answer=Look',
    ],
    ['row', 'add', 'runbooks', '--item', 'view-logs', ...runbook, ...more],
    ...(options.more ?? []),
  ];
  for (const args of done) await jordan.run(args);
  const desk = path.join(jordan.path, 'desk');
  await mkdir(desk);
  const made = await jordan.run(['kit', '--no-pdf', '--out', path.join(desk, 'kit.zip')]);
  if (made.exitCode !== 0) throw new Error(made.stderr);
  const env = {
    ...jordan.env,
    HANDOFF_WIZARD_HOME: path.join(jordan.path, 'theirs'),
    GIT_CONFIG_VALUE_0: 'Mina Okafor',
  };
  return {
    jordan,
    id,
    desk,
    answer: path.join(desk, 'answer.json'),
    mina: (args) => runInOneProcess({args, cwd: desk, env}),
    [Symbol.asyncDispose]: () => jordan[Symbol.asyncDispose](),
  };
}
