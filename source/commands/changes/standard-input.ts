import {text as textOf} from 'node:stream/consumers';
import {Problem} from '../../problem.ts';
import type {Typed} from './typed.ts';

const sign = '-';

/** What was typed, with what standard input holds in the place of a `-`. */
export async function withStandardInput(typed: Typed): Promise<Typed> {
  const all = [...Object.values(typed.arguments), ...Object.values(typed.options)];
  const count = all.filter((value) => value === sign).length;
  if (count === 0) return typed;
  if (count > 1)
    throw new Problem('Standard input is asked for twice.', 'Give one of them as a text.');
  const said = (await textOf(process.stdin)).trim();
  const filled = <Values extends Readonly<Record<string, unknown>>>(values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === sign ? said : value]),
    ) as Values;
  return {arguments: filled(typed.arguments), options: filled(typed.options)};
}
