import type {Check} from '../../checks/checks-file.ts';
import type {Assertion} from '../../checks/assertions/assertion.ts';
import {holds} from '../../checks/assertions/holds.ts';
import type {CommandSpec} from '../../checks/kinds/command/command.ts';
import {both, conditionFor} from '../shell-subjects.ts';
import {jsonConditions} from './json-conditions.ts';
import {number, text, type KindWriter} from './kind-writer.ts';
import {startCommand} from './start-command.ts';

/** Takes out what a person would not see, of the outputs that are looked at. */
function seenLines({claims}: Check): string[] {
  const files = claims.flatMap(({subject}) =>
    subject === 'json' ? ['stdout'] : ['stdout', 'stderr'].filter((one) => one === subject),
  );
  return [...new Set(files)].map((file) => `seen ${file}`);
}

export const writeCommand: KindWriter = (check, writer) => {
  const {run, env, cwd, raw = false} = check.spec as CommandSpec;
  const exit = number('_status');
  // A check that speaks of the codes 126 and 127 knows what it does.
  const exits = check.claims
    .filter(({subject}) => subject === 'exit')
    .map(({statement}) => statement as Assertion);
  const isKnowing =
    exits.length > 0 && [126, 127].some((code) => exits.every((one) => holds(one, code)));
  const expected = exits.map((one) => `{ ${conditionFor(one, exit, writer)}; }`);
  const order = {command: run, environment: env, ...(check.on ? {cwd} : {})};
  return {
    libraries: ['command'],
    lines: [
      ...startCommand(check, order, writer.quoting),
      'bash_word && return 0',
      isKnowing
        ? `${both(expected, '&&')} || { no_program && return 0; }`
        : 'no_program && return 0',
      ...(raw ? [] : seenLines(check)),
    ],
    places: {
      exit,
      stdout: text('stdout'),
      stderr: text('stderr'),
      duration: number('_took', 'duration'),
    },
    conditionsOf: (claim) =>
      claim.subject === 'json' ? jsonConditions(claim, 'stdout', writer) : undefined,
    numbers: [{label: 'duration', variable: '_took', unit: 'ms'}],
  };
};
