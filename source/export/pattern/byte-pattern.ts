import {NotCarriedError, parseExpression, type Sequence} from './parse-expression.ts';
import {toExtended} from './to-extended.ts';

/** A pattern for grep -E over bytes. */
export interface BytePattern {
  readonly extended: string;
  /** `letters`: bytes beyond ASCII have to be seen as letters. `caseless`: upper and lower case are one. */
  readonly flags: string;
}

/** Whether it matters how many bytes a letter has: `.` once, or a set that excludes. */
function countsLetters(sequence: Sequence): boolean {
  return sequence.some(({atom, quantifier}) => {
    if (atom.type === 'group') return atom.alternatives.some(countsLetters);
    const isOpen = atom.type === 'any' || (atom.type === 'set' && atom.set.isNegated);
    return isOpen && !/^[*+]$/.test(quantifier);
  });
}

/**
 * A regular expression of JavaScript for grep.
 * @throws NotCarriedError
 */
export function bytePattern(expression: RegExp, isWhole: boolean): BytePattern {
  const {flags, source} = expression;
  const isCaseless = flags.includes('i');
  // oxlint-disable-next-line no-control-regex
  const isForeign = isCaseless && /[^\u0000-\u007F]/.test(source);
  if (isCaseless && /\\[wWbB]/.test(source) && flags.includes('u'))
    throw new NotCarriedError(
      `\\w with the flags i and u in /${source}/ has no equal in POSIX tools`,
    );
  const isCounting = isForeign || parseExpression(expression).some(countsLetters);
  return {
    extended: toExtended(expression, isWhole),
    flags: [isCounting ? 'letters' : '', isCaseless ? 'caseless' : ''].filter(Boolean).join(','),
  };
}
