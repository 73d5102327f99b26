import {keyLabel} from '../keys/key-label.ts';
import type {Message} from './message.ts';

function wordsOf(name: string): string {
  // A function key has no name.
  if (name === '') return 'That key';
  const isPaste = [...new Intl.Segmenter().segment(name)].length > 1 && !/^[a-z+]+$/u.test(name);
  return isPaste ? 'What was pasted' : keyLabel(name);
}

/** What is said of a key that does nothing on a screen. */
export function nothingWords(name: string): Message {
  return {text: `${wordsOf(name)} does nothing here. ? shows all keys.`, token: 'muted'};
}
