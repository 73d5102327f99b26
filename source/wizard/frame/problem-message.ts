import {Problem} from '../../problem.ts';
import type {Message} from './message.ts';

/** What went wrong and, where somebody knows it, what to do. */
export function problemMessage(error: unknown): Message {
  const text = error instanceof Error ? error.message : String(error);
  const hint = error instanceof Problem && error.hint ? ` ${error.hint}` : '';
  return {text: `${text}${hint}`, token: 'danger'};
}
