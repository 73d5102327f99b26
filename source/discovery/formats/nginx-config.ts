/** A directive of nginx: `listen 80 default_server;` or a block. */
export interface Directive {
  readonly name: string;
  readonly words: readonly string[];
  /** Counted from 1. */
  readonly line: number;
  readonly block?: readonly Directive[];
}

export interface NginxConfig {
  readonly directives: readonly Directive[];
  /** Lines at which something is not closed or not ended. */
  readonly odd: readonly number[];
}

/** Words, brackets and ends; what stands behind `#` is none of it. */
const token =
  /\n|#[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]|(?:\\.|\$\{[^}\n]*\}|[^\s{};"'#\\])(?:\\.|\$\{[^}\n]*\}|[^\s{};\\])*|./gsu;

function plain(word: string): string {
  return /^(["']).*\1$/s.test(word) ? word.slice(1, -1).replaceAll(/\\(["'])/g, '$1') : word;
}

interface Open {
  readonly name: string;
  readonly words: readonly string[];
  readonly line: number;
  readonly block: Directive[];
}

/**
 * A configuration of nginx, without what is commented.
 * @see https://nginx.org/en/docs/beginners_guide.html#conf_structure
 */
export function readNginxConfig(text: string): NginxConfig {
  const top: Directive[] = [];
  const open: Open[] = [];
  const odd: number[] = [];
  let words: string[] = [];
  let [line, start] = [1, 1];
  const current = () => open.at(-1)?.block ?? top;
  for (const [found] of text.matchAll(token)) {
    if (found === ';' && words.length > 0) {
      const [name = '', ...rest] = words;
      current().push({name, words: rest, line: start});
      words = [];
    } else if (found === '{') {
      const [name = '', ...rest] = words;
      open.push({name, words: rest, line: start, block: []});
      words = [];
    } else if (found === '}') {
      if (words.length > 0) odd.push(start);
      words = [];
      const closed = open.pop();
      if (closed) current().push(closed);
      else odd.push(line);
    } else if (!/^(?:\s|#|;)/.test(found)) {
      if (words.length === 0) start = line;
      words.push(plain(found));
    }
    line += found.split('\n').length - 1;
  }
  if (words.length > 0) odd.push(start);
  for (let unclosed = open.pop(); unclosed; unclosed = open.pop()) {
    odd.push(unclosed.line);
    current().push(unclosed);
  }
  return {directives: top, odd};
}

/** All directives of a name, at whatever depth. */
export function directivesOf(all: readonly Directive[], name: string): Directive[] {
  return all.flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...directivesOf(one.block ?? [], name),
  ]);
}

/** The files of an `include`, as glob(3) has it: a star is within a folder, and no name with a dot before it. */
export function includePattern(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    const escaped = part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
    const written = escaped.replaceAll('*', '[^/]*').replaceAll('?', '[^/]');
    return /^[*?]/.test(part) ? String.raw`(?!\.)${written}` : written;
  });
  return new RegExp(`^${parts.join('/')}$`);
}
