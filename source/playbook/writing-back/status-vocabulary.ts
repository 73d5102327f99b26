import type {Mark} from '../pieces/piece.ts';
import {markOfStatus} from '../pieces/tables/status-words.ts';

const pairs: ReadonlyMap<string, string> = new Map([
  ['no', 'yes'],
  ['n', 'y'],
  ['offen', 'erledigt'],
  ['in arbeit', 'erledigt'],
  ['nein', 'ja'],
  ['à faire', 'fait'],
  ['en cours', 'fait'],
  ['non', 'oui'],
  ['pendiente', 'hecho'],
  ['en curso', 'hecho'],
  ['pendente', 'feito'],
  ['em andamento', 'feito'],
  ['não', 'sim'],
  ['bezig', 'klaar'],
  ['nee', 'ja'],
  ['da fare', 'fatto'],
  ['in corso', 'fatto'],
]);

const isState = /^(?:status|state|stand|statut|état|estado|stato)$/iu;
const isSign = /^[^\p{L}\p{N}]+$/u;

function most(words: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(words, (word) => word)].sort((a, b) => b[1].length - a[1].length);
  return groups[0]?.[0];
}

function lowerAs(word: string, others: readonly string[]): string {
  const letters = others.filter((other) => /\p{L}/u.test(other));
  const isLower = letters.length > 0 && letters.every((other) => other === other.toLowerCase());
  const isUpper = letters.length > 0 && letters.every((other) => other === other.toUpperCase());
  if (isUpper && letters.some((other) => other.length > 1)) return word.toUpperCase();
  return isLower ? word.toLowerCase() : word;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/**
 * The word with which a status column says how something stands: the one that it says most, else
 * the other one of a pair that it uses, else the usual one.
 *
 * @param words all cells of the column as they are written
 */
export function statusWord(mark: Mark, header: string, words: readonly string[]): string {
  const told = words.filter((word) => word !== '' && markOfStatus(word) !== undefined);
  const own = most(told.filter((word) => markOfStatus(word) === mark));
  if (own !== undefined) return own;
  if (mark === 'struck')
    return lowerAs(
      'N/A',
      told.filter((word) => word.length > 1),
    );
  const paired = told.flatMap((word) => {
    const found = [...pairs].find(
      ([open, done]) => (mark === 'done' ? open : done) === word.toLowerCase(),
    );
    return found ? [mark === 'done' ? found[1] : found[0]] : [];
  })[0];
  if (paired !== undefined) return lowerAs(capital(paired), told);
  if (mark === 'open')
    return isState.test(header) && told.some((word) => !isSign.test(word))
      ? lowerAs('Open', told)
      : '';
  if (told.length > 0 && told.every((word) => isSign.test(word) && !/^[-–—]$/u.test(word)))
    return '✅';
  return isState.test(header) ? lowerAs('Done', told) : isSign.test(header) ? '✅' : 'x';
}
