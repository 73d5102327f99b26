import {NotCarriedError, parseExpression, type Atom, type Sequence} from './parse-expression.ts';

function escaped(character: string): string {
  return /^[\w \u0080-\uFFFF]+$/.test(character)
    ? character
    : Array.from(character, (one) => `\\x{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

/**
 * The same as a regular expression of JavaScript, for jq, which has Oniguruma: its `^` and `$` are
 * always those of lines, and its shorthands are of all scripts.
 * @throws NotCarriedError
 */
export function toOniguruma(expression: RegExp): {readonly source: string; readonly flags: string} {
  const isMultiline = expression.flags.includes('m');
  if (isMultiline && /[\^$]/.test(expression.source))
    throw new NotCarriedError(`the flag m in /${expression.source}/ has no equal in jq`);

  function write(atom: Atom): string {
    switch (atom.type) {
      case 'literal':
        return escaped(atom.character);
      case 'any':
        return String.raw`[^\n\r]`;
      case 'set': {
        const ranges = atom.set.ranges.map(([from, to]) =>
          from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`,
        );
        return `[${atom.set.isNegated ? '^' : ''}${ranges.join('')}]`;
      }
      case 'start':
        return String.raw`\A`;
      case 'end':
        return String.raw`\z`;
      case 'boundary':
        return '(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))';
      case 'group':
        return `(?:${atom.alternatives.map(sequence).join('|')})`;
      default:
        return atom satisfies never;
    }
  }

  function sequence(terms: Sequence): string {
    return terms
      .map(({atom, quantifier}) =>
        quantifier === '' ? write(atom) : `(?:${write(atom)})${quantifier}`,
      )
      .join('');
  }

  return {
    source: parseExpression(expression).map(sequence).join('|'),
    flags: expression.flags.includes('i') ? 'i' : '',
  };
}
