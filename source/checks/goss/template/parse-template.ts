import {TemplateError} from './problem.ts';
import {type Piece, piecesOf, type Token, tokensOf} from './tokens.ts';

/** A value in a template, followed by the fields taken of it. */
export interface Operand {
  readonly offset: number;
  readonly of:
    | {readonly type: 'text'; readonly text: string}
    | {readonly type: 'number'; readonly text: string}
    | {readonly type: 'dot'}
    | {readonly type: 'variable'; readonly name: string}
    | {readonly type: 'word'; readonly name: string}
    | {readonly type: 'pipeline'; readonly pipeline: Pipeline};
  readonly fields: readonly string[];
}

/** Operands of which the first may be a function; `|` gives its value to the next as the last one. */
export interface Pipeline {
  readonly offset: number;
  /** `$x := …` and `$i, $x := …`; with `=` an earlier variable gets another value. */
  readonly variables: readonly string[];
  readonly isAssigning: boolean;
  readonly commands: readonly (readonly Operand[])[];
}

export type TemplateNode =
  | {readonly type: 'text'; readonly text: string; readonly offset: number}
  | {readonly type: 'print'; readonly pipeline: Pipeline}
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    };

function parsePipeline(tokens: readonly Token[], offset: number): Pipeline {
  let at = 0;
  const peek = () => tokens[at];
  const isSign = (text: string) => peek()?.type === 'sign' && peek()?.text === text;

  function operand(): Operand {
    const first = tokens[at];
    if (!first) {
      throw new TemplateError(offset, 'Something is missing in this part of the template.');
    }
    at += 1;
    let of: Operand['of'];
    const fields: string[] = [];
    if (first.type === 'sign' && first.text === '(') {
      of = {type: 'pipeline', pipeline: pipeline(first.offset)};
      if (!isSign(')')) {
        throw new TemplateError(first.offset, 'This parenthesis is not closed.');
      }
      at += 1;
    } else if (first.type === 'field' || (first.type === 'sign' && first.text === '.')) {
      of = {type: 'dot'};
      if (first.type === 'field') {
        fields.push(first.text);
      }
    } else if (first.type === 'sign') {
      throw new TemplateError(first.offset, `"${first.text}" is not expected here.`);
    } else if (first.type === 'variable' || first.type === 'word') {
      of = {type: first.type, name: first.text};
    } else {
      of = {type: first.type, text: first.text};
    }
    for (let next = peek(); next?.type === 'field' && !next.isApart; next = peek()) {
      fields.push(next.text);
      at += 1;
    }
    return {offset: first.offset, of, fields};
  }

  function declared(): Pick<Pipeline, 'variables' | 'isAssigning'> {
    const start = at;
    const variables: string[] = [];
    for (let next = peek(); next?.type === 'variable'; next = peek()) {
      variables.push(next.text);
      at += 1;
      if (isSign(',')) {
        at += 1;
      }
    }
    if (variables.length > 0 && (isSign(':=') || isSign('='))) {
      const isAssigning = isSign('=');
      at += 1;
      return {variables, isAssigning};
    }
    at = start;
    return {variables: [], isAssigning: false};
  }

  function pipeline(from: number): Pipeline {
    const head = declared();
    const commands: Operand[][] = [];
    do {
      at += commands.length > 0 ? 1 : 0;
      const operands = [operand()];
      while (peek() && !isSign('|') && !isSign(')')) {
        operands.push(operand());
      }
      commands.push(operands);
    } while (isSign('|'));
    return {offset: from, ...head, commands};
  }

  const whole = pipeline(tokens[0]?.offset ?? offset);
  const rest = peek();
  if (rest) {
    throw new TemplateError(rest.offset, `"${rest.text}" is not expected here.`);
  }
  return whole;
}

const blocks = ['if', 'with', 'range'] as const;

function isBlock(word: string | undefined): word is (typeof blocks)[number] {
  return (blocks as readonly (string | undefined)[]).includes(word);
}

/** Reads a template of Go's, without its named parts. @throws TemplateError */
export function parseTemplate(text: string): readonly TemplateNode[] {
  const pieces = piecesOf(text);
  let at = 0;

  function wordOf(piece: Piece | undefined): {
    readonly word: string | undefined;
    readonly rest: readonly Token[];
  } {
    const tokens = piece?.type === 'action' ? tokensOf(piece.text, piece.offset) : [];
    const [first, ...rest] = tokens;
    return first?.type === 'word' ? {word: first.text, rest} : {word: undefined, rest: tokens};
  }

  /** The rest of a block after its first line, with what follows `else`. */
  function block(
    type: (typeof blocks)[number],
    rest: readonly Token[],
    offset: number,
  ): TemplateNode {
    const pipeline = parsePipeline(rest, offset);
    const body = nodes();
    const {word, rest: behind} = wordOf(pieces[at]);
    if (word === undefined) {
      throw new TemplateError(offset, `This "${type}" has no "end".`);
    }
    at += 1;
    if (word === 'end') {
      return {type, pipeline, body, otherwise: []};
    }
    const [next, ...inner] = behind;
    if (next?.type === 'word' && isBlock(next.text)) {
      return {type, pipeline, body, otherwise: [block(next.text, inner, next.offset)]};
    }
    const otherwise = nodes();
    if (wordOf(pieces[at]).word !== 'end') {
      throw new TemplateError(offset, `This "${type}" has no "end".`);
    }
    at += 1;
    return {type, pipeline, body, otherwise};
  }

  function nodes(): TemplateNode[] {
    const found: TemplateNode[] = [];
    for (let piece = pieces[at]; piece; piece = pieces[at]) {
      if (piece.type === 'text') {
        found.push(piece);
        at += 1;
        continue;
      }
      const {word, rest} = wordOf(piece);
      if (word === 'end' || word === 'else') {
        break;
      }
      at += 1;
      if (isBlock(word)) {
        found.push(block(word, rest, piece.offset));
      } else if (word !== undefined && /^(?:define|template|block|break|continue)$/.test(word)) {
        const message = `This program does not read "${word}" in templates. Write the file out with "goss render" and include that.`;
        throw new TemplateError(piece.offset, message);
      } else {
        const pipeline = parsePipeline(tokensOf(piece.text, piece.offset), piece.offset);
        found.push({type: 'print', pipeline});
      }
    }
    return found;
  }

  const all = nodes();
  const left = pieces[at];
  if (left) {
    throw new TemplateError(left.offset, 'There is no block that this could belong to.');
  }
  return all;
}
