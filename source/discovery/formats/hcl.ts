/** An expression. What is no literal is known by its text alone. */
export interface HclValue {
  readonly line: number;
  readonly raw: string;
  /** A text without `${`, a number or a truth value. */
  readonly literal?: string;
  readonly list?: readonly HclValue[];
  readonly map?: ReadonlyMap<string, HclValue>;
}

export interface HclBody {
  readonly attributes: ReadonlyMap<string, HclValue>;
  readonly blocks: readonly HclBlock[];
}

export interface HclBlock extends HclBody {
  readonly type: string;
  readonly labels: readonly string[];
  readonly line: number;
}

export interface HclProblem {
  readonly line: number;
  readonly message: string;
}

/** Deeper than this nobody writes; a file that does is hostile. */
const deepest = 60;
const mostProblems = 5;

const word = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const blank = /(?:[ \t\r]|\/\*[^]*?\*\/)+/y;
const note = /(?:#|\/\/)[^\n]*/y;
const text = /"(?:[^"\\\n$%]|\\.|[$%](?!\{))*"/y;
const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const heredoc = /<<-?(?<word>[\w-]+)[^\n]*\n/y;

// What npm has is HashiCorp's parser as WebAssembly, which loses the lines, or is not kept up.

/**
 * Reads the native syntax of HCL 2, as Terraform has it: blocks, attributes, literals, lists and objects. It
 * works nothing out: an expression with a reference, an operator or a template stays as it is written. Source:
 * the HCL Native Syntax Specification.
 */
export function readHcl(source: string): HclBody & {readonly problems: readonly HclProblem[]} {
  const problems: HclProblem[] = [];
  let at = 0;

  const lineAt = createLines(source);

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  function skipBlank(withLines: boolean): void {
    while (
      take(blank) ??
      take(note) ??
      (withLines && source[at] === '\n' ? take(/\n/y) : undefined)
    );
  }

  function tell(message: string): void {
    if (problems.length < mostProblems) problems.push({line: lineAt(at), message});
  }

  /** Over a text with templates in it, in which there may be other texts. */
  function skipText(): void {
    at++;
    let depth = 0;
    while (at < source.length) {
      const one = source[at];
      if (one === '\\') at++;
      else if ((one === '$' || one === '%') && source[at + 1] === '{') {
        depth++;
        at++;
      } else if (one === '}' && depth > 0) depth--;
      else if (one === '"' && depth === 0) {
        at++;
        return;
      } else if (one === '\n' && depth === 0) return;
      at++;
    }
  }

  function skipHeredoc(): boolean {
    heredoc.lastIndex = at;
    const found = heredoc.exec(source);
    if (!found) return false;
    const end = new RegExp(`^[ \\t]*${found.groups?.['word'] ?? ''}[ \\t]*\\r?$`, 'gm');
    end.lastIndex = heredoc.lastIndex;
    const last = end.exec(source);
    at = last ? last.index + last[0].length : source.length;
    return true;
  }

  /** To the end of an expression that is not worked out. */
  function skipExpression(): void {
    let depth = 0;
    while (at < source.length) {
      const one = source[at] ?? '';
      if (depth === 0 && /[\n,\]})]/.test(one)) return;
      if (take(note) !== undefined || skipHeredoc()) continue;
      if (one === '"') skipText();
      else {
        if (/[[{(]/.test(one)) depth++;
        else if (/[\]})]/.test(one)) depth--;
        at++;
      }
    }
    if (depth > 0) tell('An expression does not end.');
  }

  function isAtEnd(): boolean {
    skipBlank(false);
    return at >= source.length || /[\n,\]}]/.test(source[at] ?? '');
  }

  function readList(depth: number): HclValue[] {
    const found: HclValue[] = [];
    at++;
    for (;;) {
      skipBlank(true);
      if (at >= source.length || source[at] === ']') break;
      const before = at;
      found.push(readValue(depth + 1));
      skipBlank(true);
      if (source[at] === ',' || at === before) at++;
    }
    at++;
    return found;
  }

  function readMap(depth: number): Map<string, HclValue> {
    const found = new Map<string, HclValue>();
    at++;
    for (;;) {
      skipBlank(true);
      if (at >= source.length || source[at] === '}') break;
      const before = at;
      const key = take(word) ?? take(text)?.slice(1, -1);
      skipBlank(false);
      if (key !== undefined && /[=:]/.test(source[at] ?? '')) {
        at++;
        skipBlank(false);
        found.set(key, readValue(depth + 1));
      } else skipExpression();
      skipBlank(true);
      if (source[at] === ',' || at === before) at++;
    }
    at++;
    return found;
  }

  function literalHere(): string | undefined {
    const quoted = take(text);
    if (quoted !== undefined) return quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
    const plain = take(number);
    if (plain !== undefined) return plain;
    const from = at;
    const name = take(word);
    if (name === 'true' || name === 'false') return name;
    at = from;
    return undefined;
  }

  function readValue(depth: number): HclValue {
    const from = at;
    const line = lineAt(at);
    const done = (found: Partial<HclValue>): HclValue | undefined => {
      const end = at;
      return isAtEnd() ? {line, raw: source.slice(from, end), ...found} : undefined;
    };
    const literal = literalHere();
    let whole = literal === undefined ? undefined : done({literal});
    if (literal === undefined && depth < deepest && source[at] === '[')
      whole = done({list: readList(depth)});
    else if (literal === undefined && depth < deepest && source[at] === '{')
      whole = done({map: readMap(depth)});
    if (whole) return whole;
    at = from;
    skipExpression();
    return {line, raw: source.slice(from, at).trim()};
  }

  function readBody(depth: number): HclBody {
    const attributes = new Map<string, HclValue>();
    const blocks: HclBlock[] = [];
    for (;;) {
      skipBlank(true);
      if (at >= source.length || source[at] === '}') return {attributes, blocks};
      const line = lineAt(at);
      const name = take(word);
      skipBlank(false);
      if (name !== undefined && source[at] === '=' && source[at + 1] !== '=') {
        at++;
        skipBlank(false);
        attributes.set(name, readValue(depth));
        if (source[at] === ',') at++;
        continue;
      }
      const labels: string[] = [];
      for (let label = nextLabel(); label !== undefined; label = nextLabel()) labels.push(label);
      if (name === undefined || source[at] !== '{' || depth >= deepest) {
        tell('This is no block and no attribute.');
        take(/[^\n]*\n?/y);
        continue;
      }
      at++;
      const body = readBody(depth + 1);
      if (source[at] === '}') at++;
      else tell(`The block ${name} of line ${line} does not end.`);
      blocks.push({type: name, labels, line, ...body});
    }
  }

  function nextLabel(): string | undefined {
    const found = take(text)?.slice(1, -1) ?? take(word);
    skipBlank(false);
    return found;
  }

  const attributes = new Map<string, HclValue>();
  const blocks: HclBlock[] = [];
  while (at < source.length) {
    const body = readBody(0);
    for (const [name, value] of body.attributes) attributes.set(name, value);
    blocks.push(...body.blocks);
    if (source[at] === '}') {
      tell('A brace is closed that was not opened.');
      at++;
    }
  }
  return {attributes, blocks, problems};
}

/** Which line a place of a text is in, counted from 1; places are asked in rising order mostly. */
function createLines(source: string): (at: number) => number {
  let known = 0;
  let line = 1;
  return (at) => {
    if (at < known) [known, line] = [0, 1];
    for (; known < at; known++) if (source[known] === '\n') line++;
    return line;
  };
}
