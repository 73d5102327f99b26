import {Problem} from '../problem.ts';
import type {Position} from './playbook.ts';

/**
 * A playbook that cannot be used. The message reads `file:line:column: what; do what`, without the
 * place where the file as a whole is meant.
 */
export class PlaybookError extends Problem {
  override name = 'PlaybookError';
  readonly file: string;
  readonly position: Position | undefined;
  /** What is wrong and what to do, without the place. */
  readonly reason: string;

  constructor(
    file: string,
    position: Position | undefined,
    message: string,
    options?: ErrorOptions,
  ) {
    const place = position ? `${file}:${position.line}:${position.column}` : file;
    super(`${place}: ${message}`, undefined, options);
    this.file = file;
    this.position = position;
    this.reason = message;
  }
}
