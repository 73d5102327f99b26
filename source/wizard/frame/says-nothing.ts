import {keyLabel} from '../keys/key-label.ts';
import type {Message} from './message.ts';

/** What is said of a key that does nothing on a screen; nothing of what no key is. */
export function nothingWords(name: string): Message | undefined {
  if (name === '') return undefined;
  const isPaste = [...new Intl.Segmenter().segment(name)].length > 1 && !/^[a-z+]+$/u.test(name);
  const what = isPaste ? 'What was pasted' : keyLabel(name);
  return {text: `${what} does nothing here. ? shows all keys.`, token: 'muted'};
}
