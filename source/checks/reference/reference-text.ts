import {wrap} from '../reporters/wrap.ts';
import type {KeyWords, KindReference} from './kind-reference.ts';

/** Columns before the text of a row, when its word is short. */
const indent = 2;

function usually({isRequired, usual}: KeyWords): string {
  if (isRequired) return ', required';
  return usual === undefined ? '' : `, usually ${usual}`;
}

function rows(keys: readonly KeyWords[], width: number): string[] {
  const column = indent + Math.max(...keys.map(({name}) => name.length)) + 2;
  return keys.flatMap((key) => {
    const text = `(${key.takes}${usually(key)}) ${key.meaning}`;
    return wrap(text, Math.max(width - column, 20)).map((line, index) => {
      const head = index === 0 ? `${' '.repeat(indent)}${key.name}` : '';
      return head.padEnd(column) + line;
    });
  });
}

/**
 * What the page says of a kind, as plain text for a terminal.
 * @param width in columns.
 */
export function referenceText(
  {word, does, proves, keys, subjects, remarks, example}: KindReference,
  width: number,
): string {
  const plain = (text: string) => wrap(text.replaceAll('`', '"'), width);
  const shown = (list: readonly KeyWords[]) =>
    rows(
      list.map((key) => ({...key, meaning: key.meaning.replaceAll('`', '"')})),
      width,
    );
  return [
    ...plain(`${word}: ${does}`),
    ...plain(`A pass proves ${proves}`),
    '',
    ...(keys.length === 0 ? [] : ['Keys', ...shown(keys), '']),
    ...plain(remarks.join(' ')),
    '',
    'Under expect and warn',
    ...shown(subjects),
    '',
    'Example',
    ...example
      .trimEnd()
      .split('\n')
      .map((line) => ' '.repeat(indent) + line),
  ].join('\n');
}
