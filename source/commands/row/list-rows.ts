import {fieldWords, isFilled, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {nearest} from '../../nearest.ts';
import {registerNames, type RegisterName} from '../../playbook/playbook.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';

export interface ListRowsOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

function registerOf(word: string): RegisterName {
  const register = registerNames.find((name) => name === word);
  if (register) return register;
  const close = nearest(word, registerNames);
  throw new Problem(
    `There is no table "${word}".`,
    close === undefined ? `The tables: ${registerNames.join(', ')}.` : `Did you mean "${close}"?`,
  );
}

/** Prints the rows of a table, or of every table that has some. */
export async function listRows(
  word: string | undefined,
  options: ListRowsOptions,
): Promise<number> {
  const register = word === undefined ? undefined : registerOf(word);
  const handoff = await chooseHandoff(storeHome(), options, 'reads');
  const rows = handoff.records.filter((row) => register === undefined || row.register === register);
  if (options.json) {
    printJson({
      handoff: handoff.id,
      rows: rows.map(({id, register: table, item, fields, audience}) => ({
        id,
        register: table,
        item,
        fields,
        ...(audience ? {audience} : {}),
      })),
    });
    return exitCodes.good;
  }
  const tables = registerNames.filter((name) => rows.some((row) => row.register === name));
  const lines = tables.flatMap((name) => [
    `${registers[name].title} (${name})`,
    ...rows
      .filter((row) => row.register === name)
      .flatMap((row) => {
        const [, ...others] = registers[name].fields;
        const said = others.filter((field) => isFilled(row, field.name));
        return [
          `  ${recordTitle(row)}  <${row.id}>`,
          ...said.map((field) => `    ${field.name}=${fieldWords(row, field.name)}`),
        ];
      }),
  ]);
  print(lines.length === 0 ? 'No rows yet.' : lines.join('\n'));
  return exitCodes.good;
}

/** Prints which fields the rows of a table have, and what belongs into each. */
export async function listFields(
  word: string,
  {json = false}: {readonly json?: boolean},
): Promise<number> {
  const register = registerOf(word);
  const fields = registers[register].fields;
  if (json) {
    const told = fields.map(({name, label, hint, kind, isRequired, choices}) => ({
      name,
      label,
      hint,
      kind,
      isRequired,
      ...(choices ? {choices} : {}),
    }));
    printJson({register, fields: told});
    return exitCodes.good;
  }
  const lines = fields.map(
    ({name, hint, isRequired, choices}) =>
      `  ${name}${isRequired ? ' (needed)' : ''}: ${hint}${choices ? ` One of: ${choices.join(', ')}.` : ''}`,
  );
  print([`${registers[register].title}, in each row:`, ...lines].join('\n'));
  return exitCodes.good;
}
