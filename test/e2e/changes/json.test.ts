import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import Ajv, {type ValidateFunction} from 'ajv/dist/2020.js';
import {Command} from 'commander';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {changeCommandOf} from '../../../source/commands/changes/add-change-commands.ts';
import {commands} from '../../../source/commands/registry.ts';
import {printed} from '../../../source/commands/schema/outputs/registry.ts';
import {makePlace, type Place} from '../place.ts';
import {wordsOf} from './change-calls.ts';

function below(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...below(child)]);
}

function nameOf(command: Command): string {
  const parent = command.parent?.parent ? `${nameOf(command.parent)} ` : '';
  return parent + command.name();
}

function withJson(): string[] {
  const program = new Command();
  for (const add of commands) add(program, () => undefined);
  return below(program)
    .filter((command) => command.options.some(({long}) => long === '--json'))
    .filter((command) => !changeCommandOf(command))
    .map(nameOf);
}

const checks = `checks:
  - {name: Fine, command: pwd, expect: {exit: 0}}
  - {name: By hand, manual: Look at it}
`;

/** What each command is called with; some print two shapes, by what they are asked. */
const calls: readonly (readonly [schema: string, line: string])[] = [
  ['started', 'new --customer Bolt --system Pay'],
  ['list', 'list'],
  ['due', 'due'],
  ['report', 'report'],
  ['changes', 'item network done --note "Ask Lee"'],
  ['changes', 'item add readiness-checklist "Tell the night shift"'],
  ['changes', 'item remove "Tell the night shift"'],
  ['changes', 'row add contacts "name=Lee Novak"'],
  ['changes', 'session plan "+3 14:00" --minutes 120 --dry-run'],
  ['changes', 'runbook prove Look --saw "The folder was printed"'],
  ['changes', 'size service --reason "Only one service is left"'],
  ['changes', 'pass-on "Sam Reed" --out handover.md'],
  ['size', 'size'],
  ['applied', 'apply changes.jsonl --dry-run'],
  ['applied', 'apply changes.jsonl'],
  ['error', 'apply wrong.jsonl'],
  ['taken-back', 'undo'],
  ['taken-back', 'redo'],
  ['log', 'log'],
  ['gate', 'gate'],
  ['gate', 'gate closing'],
  ['row-list', 'row list'],
  ['row-fields', 'row fields runbooks'],
  ['questions', 'teach-back list'],
  ['open-points', 'open-point list --all'],
  ['runbook-run', 'runbook run Look --dry-run'],
  ['runbook-run', 'runbook run Look --yes'],
  ['item-run', 'item run "Print the folder" --yes --handoff own-file'],
  ['status', 'status'],
  ['check-run', 'check --trust'],
  ['drift', 'drift'],
  ['check-lint', 'check lint'],
  ['check-history', 'check history'],
  ['check-diff', 'check diff last~1 last'],
  ['check-explain', 'check explain Fine'],
  ['check-explain', 'check explain http'],
  ['discovery', 'discover'],
  ['taken', 'discover --take all --dry-run'],
  ['taken', 'discover --take all'],
  ['docs-lint', 'docs lint'],
  ['docs-data', 'docs data'],
  ['verification', 'verify set.zip'],
  ['publishing', 'publish --dry-run'],
  ['publishing', 'publish'],
  ['publishing', 'publish --status'],
  ['answered', 'answer --out own-answer.json'],
  ['kit', 'kit --no-pdf --out kit.zip --force'],
  ['opened', 'open kit.zip'],
  ['imported-answer', 'import answer.json --dry-run'],
  ['playbook-list', 'playbook list'],
  ['playbook-show', 'playbook show own.md'],
  ['playbook-lint', 'playbook lint own.md'],
  ['playbook-export', 'playbook export --out copy.md --handoff own-file'],
  ['playbook-diff', 'playbook diff own-file'],
  ['changes', 'playbook update own-file --dry-run'],
  ['config-list', 'config list'],
  ['config-setting', 'config get theme'],
  ['config-setting', 'config set holidays --add 2099-12-25'],
  ['calendar', 'calendar'],
  ['changes', 'calendar weekend fri sat --reason "As they work"'],
  ['imported', 'import shared.zip'],
  ['contradictions', 'contradiction list'],
  ['synced', 'sync apex-banking-payments-api'],
  ['doctor', 'doctor'],
  ['error', 'row set nowhere name=x'],
  ['error', 'session pause'],
  ['error', 'status --frob'],
  ['error', 'sign'],
];

const ownFile = `# Go live

## Preparation

### Checklist

- [ ] Print the folder

  \`\`\`sh
  pwd
  \`\`\`
- [ ] Network
`;

let place: Place;

beforeAll(async () => {
  place = makePlace();
  for (const args of [
    ['init', '-q'],
    ['config', 'user.email', 'a@example.com'],
  ])
    await execa('git', args, {cwd: place.workspace});
  await place.write('handoff.yaml', checks);
  await place.write('own.md', ownFile);
  const change = '{"type":"item/noted","item":"network","note":"Ask Mina"}\n';
  await place.write('changes.jsonl', change);
  await place.write('wrong.jsonl', `${change}{"type":"item/noted","item":"nowhere","note":"x"}\n`);
  await place.run(['new', '--customer', 'Own', '--system', 'File', '--playbook', 'own.md']);
  await place.startWithoutGates();
  const lines = [
    'row add runbooks --item view-logs name=Look commands=pwd effect=safe expected=/',
    'check --trust',
    'check --trust',
    'session start',
    'session ask "Who rotates the log?"',
    'session end',
    'archive --out set.zip',
    'kit --no-pdf --out kit.zip',
    'share --file shared.zip',
    'share',
  ];
  await writeFile(path.join(place.home, 'targets.yaml'), 'targets: [{name: own, command: cat}]\n');
  for (const line of lines) {
    const named = ['--handoff', 'apex-banking-payments-api'];
    await place.run([...wordsOf(line), ...named]);
  }
  // Somebody else answers, with a store of their own.
  const mina = {
    HANDOFF_WIZARD_HOME: path.join(place.path, 'mina'),
    GIT_CONFIG_VALUE_0: 'Mina Okafor',
  };
  for (const env of [{}, mina]) {
    await place.run(['open', 'kit.zip'], env);
    await place.run(['answer', 'ask', 'Who rotates the log?'], env);
  }
  await place.run(['answer', '--out', 'answer.json'], mina);
});
afterAll(() => place[Symbol.asyncDispose]());

test('every command with --json says what it prints', () => {
  const known = new Set(printed.flatMap((one) => one.commands));
  // With a size it records one, and prints that.
  expect(withJson().filter((name) => !known.has(name))).toEqual([]);
});

test('every shape is printed below, and has a schema of its name', () => {
  expect(new Set(calls.map(([name]) => name))).toEqual(new Set(printed.map(({name}) => name)));
});

interface Schema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly title?: string;
}

/** Those that say themselves that they have more than their schema tells. */
const open = new Set(['check-explain', 'docs-data', 'playbook-show']);

describe('what is printed under --json is as its schema says', () => {
  test.each(calls)('%s: %s', async (name, line) => {
    const {stdout: printedSchema} = await place.run(['schema', name]);
    const schema = JSON.parse(printedSchema) as Schema;
    const ajv = new Ajv.default({allErrors: true, strict: false, validateFormats: false});
    const validate: ValidateFunction = ajv.compile(schema);
    const words = wordsOf(line);
    const isNamed =
      line.includes('--handoff') || line.includes('own-file') || line.startsWith('new');
    const takesHandoff =
      !/^(?:new|list|due|report|verify|import|open kit|answer|sync|config|playbook (?:list|show|lint)|row fields|check explain|discover$|doctor)/u.test(
        line,
      );
    const named = isNamed || !takesHandoff ? [] : ['--handoff', 'apex-banking-payments-api'];
    const {stdout, stderr} = await place.run([...words, '--json', ...named]);
    expect(stdout, stderr).toMatch(/^\{\n {2}"format": 1/u);
    const answer = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    validate(answer);
    const problems = (validate.errors ?? []).map(
      ({instancePath, message}) => `${instancePath} ${message}`,
    );
    expect(problems).toEqual([]);
    const unsaid = Object.keys(answer).filter(
      (key) => !Object.hasOwn(schema.properties ?? {}, key),
    );
    expect(open.has(name) ? [] : unsaid).toEqual([]);
  });
});

test('a schema that there is not is told with the nearest', async () => {
  const {exitCode, stderr} = await place.run(['schema', 'chnges']);
  expect({exitCode, stderr}).toEqual({
    exitCode: 2,
    stderr: 'There is no schema of "chnges".\nDid you mean "changes"?\n',
  });
});
