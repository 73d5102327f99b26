import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {callProgram} from '../../programs/call-program.ts';

const pattern = /^(?:env:[A-Za-z_]\w*|op:\/\/\S+|pass:\S+|file:.+)$/u;

/** Where a secret is kept. What stands in its place by mistake is never repeated. */
export const secretReference = z
  .string()
  .regex(
    pattern,
    'A secret is named by where it is kept: env:NAME, op://vault/item/field, pass:NAME or file:PATH.',
  )
  .meta({title: 'reference to a secret'});

export function isSecretReference(text: string): boolean {
  return pattern.test(text);
}

/** Milliseconds in which a program that keeps secrets has to answer. */
const patience = 60_000;

export type ReadSecret = {readonly value: string} | {readonly why: string; readonly todo: string};

async function ofProgram(
  command: readonly [string, ...string[]],
  reference: string,
): Promise<ReadSecret> {
  const answer = await callProgram({command, patience});
  if (answer.type === 'not-started')
    return {
      why: `The secret ${reference} cannot be read: the program "${command[0]}" is not here.`,
      todo: 'Install it, or name another place, such as env:NAME.',
    };
  const value = answer.stdout.split(/\r?\n/u, 1)[0] ?? '';
  if (answer.isGood && value !== '') return {value};
  const said = answer.stderr.trim().split('\n').at(-1) ?? '';
  return {
    why: `The secret ${reference} cannot be read: ${said === '' ? `"${command[0]}" gave none` : said}.`,
    todo: `Try "${command.join(' ')}" by yourself.`,
  };
}

async function ofFile(reference: string, folder: string): Promise<ReadSecret> {
  try {
    const text = await readFile(path.resolve(folder, reference.slice('file:'.length)), 'utf8');
    const value = text.split(/\r?\n/u, 1)[0] ?? '';
    return value === ''
      ? {why: `The secret ${reference} cannot be read: the file is empty.`, todo: 'Fill it.'}
      : {value};
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    return {
      why: `The secret ${reference} cannot be read (${code}).`,
      todo: 'Correct the path, or the rights of the file.',
    };
  }
}

/**
 * Reads a secret from where it is kept: a variable of the environment, 1Password, pass, or the first
 * line of a file. It is given to nobody but the one request that needs it.
 *
 * @param folder where relative paths begin
 */
export async function readSecret(reference: string, folder: string): Promise<ReadSecret> {
  if (reference.startsWith('env:')) {
    const name = reference.slice('env:'.length);
    const value = process.env[name]?.trim() ?? '';
    return value === ''
      ? {why: `The variable ${name} is not set.`, todo: `Set it: export ${name}=…`}
      : {value};
  }
  if (reference.startsWith('op://')) return ofProgram(['op', 'read', reference], reference);
  if (reference.startsWith('pass:'))
    return ofProgram(['pass', 'show', reference.slice('pass:'.length)], reference);
  return ofFile(reference, folder);
}
