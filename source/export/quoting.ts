import {NotCarriedError} from './pattern/parse-expression.ts';

/** Writes texts for a POSIX shell, with references where marks stand for values of the environment. */
export interface Quoting {
  /** One word that is exactly this text. */
  readonly word: (text: string) => string;
  /** The same, where a function of the script is to be applied to the value of each reference. */
  readonly wordThrough: (text: string, change: string) => string;
  /** A comment or message: one line, nothing in it that a terminal obeys, `$NAME` for a value. */
  readonly plain: (text: string) => string;
  readonly hasReference: (text: string) => boolean;
  /** The environment variables that stand in a text. */
  readonly namesIn: (text: string) => readonly string[];
  /** The pieces of a text; a reference is one piece by itself. */
  readonly pieces: (text: string) => readonly Piece[];
  /** All environment variables for which there are marks. */
  readonly variables: readonly string[];
}

export interface Piece {
  readonly text: string;
  /** The environment variable that stands here. */
  readonly name?: string;
}

const variables: Readonly<Record<string, string>> = {
  '\u0001': '"$_lf"',
  '\r': '"$_cr"',
  '\t': '"$_tab"',
};

// oxlint-disable-next-line no-control-regex
const controls = /([\u0000-\u0009\u000B-\u001F\u007F-\u009F])/;

/** What a terminal or a reader's eye would obey: controls, line ends, and signs of direction. */
const unseen =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;

/** Text without references. A control character never stands in the script as itself. */
function literal(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return text
    .split(controls)
    .map((part, index) => {
      if (index % 2 === 0) return part === '' ? '' : `'${part.replaceAll("'", String.raw`'\''`)}'`;
      const octal = [...new TextEncoder().encode(part)]
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join('');
      return variables[part] ?? `"$(printf '${octal}')"`;
    })
    .join('');
}

export function createQuoting(names: ReadonlyMap<string, string>): Quoting {
  const marks = [...names.keys()];
  const splitter = marks.length === 0 ? undefined : new RegExp(`(${marks.join('|')})`);

  function pieces(text: string): Piece[] {
    return (splitter ? text.split(splitter) : [text])
      .filter((part) => part !== '')
      .map((part) => {
        const name = names.get(part);
        return name === undefined ? {text: part} : {text: part, name};
      });
  }

  function reference(name: string): string {
    if (!/^[A-Za-z_]\w*$/.test(name))
      throw new NotCarriedError(`the environment variable "${name}", which a shell cannot name,`);
    return `\${${name}}`;
  }

  function written(text: string, change?: string): string {
    if (text.includes('\u0000')) throw new NotCarriedError('a NUL byte');
    const parts = pieces(text).map(({text: part, name}) => {
      if (name === undefined) return literal(part);
      return change === undefined ? `"${reference(name)}"` : `"$(${change} "${reference(name)}")"`;
    });
    return parts.join('') || "''";
  }

  return {
    word: (text) => written(text),
    wordThrough: written,
    plain: (text) =>
      pieces(text)
        .map((piece) => (piece.name === undefined ? piece.text : `$${piece.name}`))
        .join('')
        .replace(unseen, ' ')
        .trim(),
    hasReference: (text) => pieces(text).some(({name}) => name !== undefined),
    namesIn: (text) => pieces(text).flatMap(({name}) => name ?? []),
    pieces,
    variables: [...names.values()],
  };
}
