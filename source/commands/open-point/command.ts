import type {Command} from 'commander';
import {audiences} from '../../playbook/playbook.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, byProgram, option, reasonOption, type Making} from '../changes/change-command.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ListPointsOptions} from './list-points.ts';

const followUp = argument('point', 'its id or a part of its id or text', {reads: 'open point'});

export const setPoint: Making<'follow-up/changed' | 'follow-up/addressed'> = {
  name: 'open-point set',
  says: 'say who sees to an open point, by when, and who may read it',
  examples: [
    'open-point set "rotates the log" --owner "Lee Novak" --due fri',
    'open-point set "rotates the log" --due +10 --reason "Lee is away"',
  ],
  makes: {
    'follow-up/changed': {
      followUp,
      owner: option('who sees to it', {value: 'name'}),
      due: option('by when; empty takes the day away', {value: 'date'}),
      reason: reasonOption,
    },
    'follow-up/addressed': {
      followUp,
      audience: option('who may read it', {choices: audiences}),
      reason: reasonOption,
    },
  },
};

export const closePoint: Making<'follow-up/closed' | 'session/answered' | 'record/changed'> = {
  name: 'open-point close',
  says: 'close an open point, at its source as well: a question gets its answer, a risk or a tie its state',
  examples: ['open-point close "rotates the log" "logrotate does, each night"'],
  makes: {
    'follow-up/closed': {followUp, outcome: argument('outcome', 'what came of it, or the answer')},
    'session/answered': {note: byProgram, answer: byProgram},
    'record/changed': {
      record: byProgram,
      fields: byProgram,
      reason: byProgram,
      draft: byProgram,
    },
  },
  maker: 'open-point close',
};

export const reopenPoint: Making<'follow-up/reopened' | 'record/changed'> = {
  name: 'open-point reopen',
  says: 'open a closed point again, at its source as well',
  examples: ['open-point reopen "send the dashboards"'],
  makes: {
    'follow-up/reopened': {followUp},
    'record/changed': {
      record: byProgram,
      fields: byProgram,
      reason: byProgram,
      draft: byProgram,
    },
  },
  maker: 'open-point reopen',
};

/** `open-point`. */
export function addOpenPoint(program: Command, finish: Finish): void {
  const point = program.command('open-point').description('see to what was left open');
  addChangeCommands(point, finish, [setPoint, closePoint, reopenPoint]);
  const list = onHandoff(point.command('list'), 'reads')
    .description('list what is open, the soonest first, with ids')
    .option('--all', 'also what was closed')
    .option('--json', 'print it as JSON')
    .action(async (options: ListPointsOptions) =>
      finish(await (await import('./list-points.ts')).listPoints(options)),
    );
  withExamples(list, ['open-point list', 'open-point list --all --json']);
}
