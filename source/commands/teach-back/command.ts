import type {Command} from 'commander';
import {teachBackOutcomes} from '../../handoff/teaching/teach-back.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, byProgram, option, type Making} from '../changes/change-command.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ListQuestionsOptions} from './list-questions.ts';

const question = argument('question', 'its id or a part of its id or text');

const answerer = option('who answers it: somebody who takes the system over', {
  name: 'by',
  value: 'name',
  isNeeded: true,
});

export const askBack: Making<'teach-back/asked'> = {
  name: 'teach-back ask',
  says: 'record how well somebody of the receiver knew the answer to a question of the training',
  examples: [
    'teach-back ask "what shows that" right --by "Mina Okafor"',
    'teach-back ask "how do you undo" not-known --by "Mina Okafor" --remark "Where the backup is"',
  ],
  makes: {
    'teach-back/asked': {
      question,
      answerer,
      asker: option('who asked and says how well it was known (default: you)', {
        name: 'asked-by',
        value: 'name',
        hasUsual: true,
      }),
      outcome: argument('outcome', 'how well it was known', {choices: teachBackOutcomes}),
      said: option('what they said, in their words', {value: 'text'}),
      remark: option('what they had to be told', {value: 'text'}),
    },
  },
  maker: 'teach-back ask',
};

export const answerBack: Making<'teach-back/answered'> = {
  name: 'teach-back answer',
  says: 'keep an answer in writing; it counts once somebody has judged it with teach-back ask',
  examples: ['teach-back answer "what shows that" "Health says ok" --by "Mina Okafor"'],
  makes: {
    'teach-back/answered': {
      question,
      answerer,
      said: argument('text', 'what they would do or see, in their words'),
    },
  },
  maker: 'teach-back answer',
};

export const draftQuestions: Making<'record/added'> = {
  name: 'teach-back draft',
  says: 'add the questions that the runbooks answer by themselves',
  examples: ['teach-back draft', 'teach-back draft --runbook "Restart" --dry-run'],
  makes: {
    'record/added': {
      register: byProgram,
      item: byProgram,
      fields: byProgram,
      draft: byProgram,
    },
  },
  more: {
    runbook: option('only those of this runbook, by a part of its name', {value: 'runbook'}),
  },
  maker: 'teach-back draft',
};

/** `teach-back`. */
export function addTeachBack(program: Command, finish: Finish): void {
  const teachBack = program
    .command('teach-back')
    .description('have the receiver answer questions in their own words');
  addChangeCommands(teachBack, finish, [askBack, answerBack, draftQuestions]);
  const list = onHandoff(teachBack.command('list'), 'reads')
    .description('list the questions with how well each was known, and its answer')
    .option('--json', 'print it as JSON')
    .action(async (options: ListQuestionsOptions) =>
      finish(await (await import('./list-questions.ts')).listQuestions(options)),
    );
  withExamples(list, ['teach-back list', 'teach-back list --json']);
}
