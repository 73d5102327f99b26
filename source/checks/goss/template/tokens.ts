import {TemplateError} from './problem.ts';

/** A piece of a template: text as it is, or what stands between `{{` and `}}`. */
export type Piece =
  | {readonly type: 'text'; readonly text: string; readonly offset: number}
  | {readonly type: 'action'; readonly text: string; readonly offset: number};

const blank = ' \t\r\n';

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && blank.includes(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

/** Where an action ends: at `}}` outside of quotes. */
function endOf(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === '`') {
      const start = at;
      at += 1;
      while (at < text.length && text.charAt(at) !== sign) {
        at += sign === '"' && text.charAt(at) === '\\' ? 2 : 1;
      }
      if (at >= text.length) {
        throw new TemplateError(start, 'This quote is not closed.');
      }
    } else if (text.startsWith('}}', at)) {
      return at;
    }
  }
  return -1;
}

/** Splits a template. `{{-` and `-}}` take the blanks beside them away; comments are left out. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let isTrimming = false;
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('{{', at);
    let literal = text.slice(at, start < 0 ? undefined : start);
    let offset = at;
    if (isTrimming) {
      const kept = literal.trimStart();
      offset += literal.length - kept.length;
      literal = kept;
    }
    const isTrimmedLeft = start >= 0 && /^\{\{-[ \t\r\n]/.test(text.slice(start, start + 4));
    literal = isTrimmedLeft ? trimmedEnd(literal) : literal;
    if (literal !== '') {
      pieces.push({type: 'text', text: literal, offset});
    }
    if (start < 0) {
      break;
    }
    const from = start + (isTrimmedLeft ? 3 : 2);
    const comment = /^\s*\/\*[\s\S]*?\*\/\s*-?\}\}/.exec(text.slice(from))?.[0];
    const end = comment === undefined ? endOf(text, from) : from + comment.length - 2;
    if (end < 0) {
      throw new TemplateError(start, 'This "{{" has no "}}".');
    }
    isTrimming = /[\s/]-$/.test(text.slice(from, end));
    if (comment === undefined) {
      const inner = text.slice(from, isTrimming ? end - 1 : end);
      pieces.push({type: 'action', text: inner, offset: from});
    }
    at = end + 2;
  }
  return pieces;
}

export interface Token {
  readonly type: 'text' | 'number' | 'word' | 'field' | 'variable' | 'sign';
  readonly text: string;
  readonly offset: number;
  /** There are blanks before it. */
  readonly isApart: boolean;
}

const token =
  /(?<blank>\s+)|(?<quoted>"(?:\\.|[^"\\])*")|`(?<raw>[^`]*)`|(?<number>[+-]?\d[\w.]*)|(?<field>\.[\p{L}_][\p{L}\p{N}_]*)|(?<variable>\$[\p{L}\p{N}_]*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<sign>:=|[=|().,])/uy;

/** The words of an action. @throws TemplateError */
export function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let isApart = true;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const groups = token.exec(text)?.groups;
    if (!groups) {
      const sign = JSON.stringify(text.charAt(at));
      throw new TemplateError(offset + at, `${sign} has no meaning in a template here.`);
    }
    const {blank: isBlank, quoted, raw, number, field, variable, word, sign = ''} = groups;
    if (isBlank !== undefined) {
      isApart = true;
      continue;
    }
    const found =
      quoted !== undefined
        ? (['text', JSON.parse(quoted.replace(/\\(?=[^"\\/bfnrtu])/g, '\\\\')) as string] as const)
        : raw !== undefined
          ? (['text', raw] as const)
          : number !== undefined
            ? (['number', number] as const)
            : field !== undefined
              ? (['field', field.slice(1)] as const)
              : variable !== undefined
                ? (['variable', variable] as const)
                : word === undefined
                  ? (['sign', sign] as const)
                  : (['word', word] as const);
    tokens.push({type: found[0], text: found[1], offset: offset + at, isApart});
    isApart = false;
  }
  return tokens;
}
