import {existsSync} from 'node:fs';
import path from 'node:path';

/** The names that a file may get where others of its kind lie. */
export interface FreeName {
  /** The newest that is there; nothing where none is. */
  readonly last: string | undefined;
  /** The first name that nothing has. */
  readonly free: string;
}

/**
 * `apex.zip`, then `apex-2.zip`: what a person has written is left as it is.
 *
 * @param file absolute, with the name that it gets where nothing lies
 */
export function freeName(file: string): FreeName {
  const {dir, name, ext} = path.parse(file);
  const fileOf = (number: number) =>
    number === 1 ? file : path.join(dir, `${name}-${number}${ext}`);
  let number = 1;
  while (existsSync(fileOf(number))) number += 1;
  return {last: number === 1 ? undefined : fileOf(number - 1), free: fileOf(number)};
}
