import type {Command} from 'commander';
import {audiences, registerNames} from '../../playbook/playbook.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, byProgram, option, reasonOption, type Making} from '../changes/change-command.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ListRowsOptions} from './list-rows.ts';

const fields = (says: string) =>
  argument('field=value', says, {isMany: true, reads: 'field values', hasUsual: true});
const notApplicable = option('a field that does not apply, and why; may be repeated', {
  value: 'field=reason',
  isMany: true,
});
const row = argument('row', 'its id or a part of its id or name');

export const addRow: Making<'record/added'> = {
  name: 'row add',
  says: 'add a row to a table, such as a component, a contact or a risk',
  examples: [
    'row add components "name=Orders API" version=2.4.1 place=pay-1',
    'row add risks "name=The disk fills up" severity=3 due=+10 --na "workaround=none is known"',
  ],
  makes: {
    'record/added': {
      register: argument('register', 'the table', {choices: registerNames}),
      fields: fields('what it says; "row fields" lists the fields of a table'),
      item: option('the item that keeps it, where several keep such a table', {
        value: 'item',
        hasUsual: true,
      }),
      draft: byProgram,
    },
  },
  more: {na: notApplicable},
  maker: 'row add',
  namesIt: true,
};

export const setRow: Making<'record/changed' | 'record/addressed'> = {
  name: 'row set',
  says: 'change fields of a row, or who may read it; the other fields stay',
  examples: [
    'row set "Orders API" version=2.4.2',
    'row set "Orders API" purpose= --reason "It was another one"',
    'row set "Orders API" --audience internal',
  ],
  makes: {
    'record/changed': {
      record: row,
      fields: fields('what it says from now on; nothing behind = empties a field'),
      reason: reasonOption,
      draft: byProgram,
    },
    'record/addressed': {
      record: row,
      audience: option('who may read it', {choices: audiences}),
      reason: reasonOption,
    },
  },
  more: {na: notApplicable},
  maker: 'row set',
};

export const removeRow: Making<'record/removed'> = {
  name: 'row remove',
  says: 'remove a row',
  examples: ['row remove "Orders API"'],
  makes: {'record/removed': {record: row, reason: reasonOption}},
};

/** `row`. */
export function addRowCommands(program: Command, finish: Finish): void {
  const rows = program.command('row').description('keep the tables of a handoff');
  addChangeCommands(rows, finish, [addRow, setRow, removeRow]);
  const list = onHandoff(rows.command('list [register]'), 'reads')
    .description('list the rows of a table, or of all, with their ids')
    .option('--json', 'print them as JSON')
    .action(async (register: string | undefined, options: ListRowsOptions) =>
      finish(await (await import('./list-rows.ts')).listRows(register, options)),
    );
  withExamples(list, ['row list', 'row list components --json']);
  const fieldList = rows
    .command('fields <register>')
    .description('tell which fields the rows of a table have')
    .option('--json', 'print them as JSON')
    .action(async (register: string, options: {readonly json?: boolean}) =>
      finish(await (await import('./list-rows.ts')).listFields(register, options)),
    );
  withExamples(fieldList, ['row fields components']);
}
