import type {Command} from 'commander';
import {demonstrationResults} from '../../handoff/model/demonstration.ts';
import {signOffDecisions} from '../../handoff/model/sign-off.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {givenOptions} from '../given-options.ts';
import type {AnswerCheckOptions} from './answer-checks.ts';
import type {AnswerRunOptions} from './answer-runbook.ts';
import type {AskOptions, DecideOptions, DemonstrateOptions, KitNaming} from './answer-told.ts';
import type {AnswerOptions} from './write-answer-file.ts';

/** A command on a kit, with the option that names it. */
function onKit(command: Command): Command {
  return command.option('--kit <file>', 'which kit (default: the one opened last)');
}

function many(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function addRuns(answer: Command, finish: Finish): void {
  withExamples(onKit(answer.command('check')), ['answer check', 'answer check --trust'])
    .description('run the checks of the kit on this machine, once you have seen and trusted them')
    .option('--only <name>', 'only this check, and what it needs; may be repeated', many)
    .option('--attest <name>', 'a manual check holds; NAME=NOTE adds a note', many)
    .option('--deny <name>', 'a manual check does not hold', many)
    .option('--allow-changes', 'run also checks that change the system')
    .option('--trust', 'run exactly what is printed, without asking')
    .action(async (options: AnswerCheckOptions, command: Command) =>
      finish(
        await (await import('./answer-checks.ts')).answerChecks(givenOptions(options, command)),
      ),
    );
  withExamples(onKit(answer.command('run <runbook>')), [
    'answer run "Check health"',
    'answer run "Check health" --folder /srv/orders --yes',
  ])
    .description('run a runbook of the kit, once you have seen it whole')
    .option('--folder <folder>', 'where it runs (default: here)')
    .option('--changes', 'with --yes: also where it changes the system')
    .action(async (query: string, options: AnswerRunOptions, command: Command) =>
      finish(
        await (
          await import('./answer-runbook.ts')
        ).answerRunbook(query, givenOptions(options, command)),
      ),
    );
}

function addTold(answer: Command, finish: Finish): void {
  const told = async () => import('./answer-told.ts');
  const result = demonstrationResults.join('|');
  withExamples(onKit(answer.command(`demonstrate <task> <${result}>`)), [
    'answer demonstrate "Check health" unaided',
    'answer demonstrate "Restore a backup" prompted --remark "Where the key lies is not said" --minutes 12',
  ])
    .description('say that you performed a task alone from its runbook, and how it went')
    .option('--remark <text>', 'what you had to be told, or why it failed')
    .option('--minutes <number>', 'how long it took')
    .action(async (task: string, how: string, options: DemonstrateOptions, command: Command) =>
      finish(await (await told()).demonstrate(task, how, givenOptions(options, command))),
    );
  withExamples(onKit(answer.command('ask <text>')), [
    'answer ask "Who renews the certificate?" --about "Handoff document"',
  ])
    .description('ask those who handed it over')
    .option('--about <text>', 'what it is about')
    .action(async (text: string, options: AskOptions, command: Command) =>
      finish(await (await told()).ask(text, givenOptions(options, command))),
    );
  withExamples(onKit(answer.command('say <question> <text>')), [
    'answer say "What do you do when no order comes in" "I look at the log, then restart it"',
  ])
    .description('answer a question of the kit in your own words')
    .action(async (question: string, text: string, options: KitNaming, command: Command) =>
      finish(await (await told()).say(question, text, givenOptions(options, command))),
    );
  withExamples(onKit(answer.command('decide')), [
    'answer decide accepted --role "head of operations"',
    'answer decide declined --role "head of operations" --remarks "The restore failed"',
  ])
    .description('accept it, with conditions or without, or decline it')
    .argument(`<${signOffDecisions.join('|')}>`)
    .requiredOption('--role <text>', 'what you are')
    .option('--condition <text>', 'what the acceptance hangs on; may be repeated', many)
    .option('--remarks <text>', 'why it is declined')
    .action(async (decision: string, options: DecideOptions, command: Command) =>
      finish(await (await told()).decide(decision, givenOptions(options, command))),
    );
  withExamples(onKit(answer.command('undo')), ['answer undo'])
    .description('take the last thing back that you answered, before you send it')
    .action(async (options: KitNaming, command: Command) =>
      finish(await (await told()).undoAnswer(givenOptions(options, command))),
    );
}

/** `answer`, and all that goes into one. */
export function addAnswer(program: Command, finish: Finish): void {
  const answer = onKit(program.command('answer'))
    .description('write what you did with a kit into one small file, for those who sent it')
    .enablePositionalOptions()
    .option('--out <file>', 'the file to write (default: HANDOFF-answer.json here)')
    .option('--force', 'write over a file that is there')
    .option('--sign <key>', 'sign it with your private key of ssh or minisign')
    .option('--json', 'print it as JSON')
    .action(async (options: AnswerOptions, command: Command) =>
      finish(await (await import('./write-answer-file.ts')).answer(givenOptions(options, command))),
    );
  withExamples(answer, ['answer --out answer.json', 'answer --sign ~/.ssh/id_ed25519']);
  addRuns(answer, finish);
  addTold(answer, finish);
}
