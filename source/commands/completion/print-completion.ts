import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Command} from 'commander';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {print} from '../print.ts';
import {completeLine} from './complete-line.ts';
import type {Shell} from './completing-shells.ts';

/** Prints what a shell reads once. */
export async function printCompletion(shell: Shell): Promise<number> {
  const file = path.join(templatesFolder(), 'completion', `handoff-wizard.${shell}`);
  print(await readFile(file, 'utf8'));
  return 0;
}

/** Prints what may stand at the end of a line. Whatever goes wrong, nothing is said while somebody types. */
export async function printAnswers(program: Command, words: readonly string[]): Promise<number> {
  const lines = await completeLine(program, words).catch(() => []);
  if (lines.length > 0) print(lines.join('\n'));
  return 0;
}
