/** A regular expression, or a plain text to be found, with what the person wrote. */
export interface Pattern {
  readonly text: string;
  readonly expression: RegExp;
}

export type PatternReading =
  | {readonly type: 'pattern'; readonly pattern: Pattern}
  | {readonly type: 'text'}
  | {readonly type: 'problem'; readonly message: string};

const slashed = /^\/(?<source>[^]*)\/(?<flags>[a-z]*)$/;

function compile(source: string, flags: string, text: string): PatternReading {
  if (source === '')
    return {type: 'problem', message: 'The pattern is empty, so it would match everything.'};
  try {
    return {type: 'pattern', pattern: {text, expression: new RegExp(source, flags)}};
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /s, '') : '';
    return {type: 'problem', message: `${text} is not a valid regular expression: ${reason}.`};
  }
}

/**
 * Reads `/…/flags` with the flags i, m, s, u and v. Text that only looks like it, such as the path
 * `/var/log`, is text; flags that make no sense here are a problem rather than text.
 */
export function readPattern(text: string): PatternReading {
  const {source, flags = ''} = slashed.exec(text)?.groups ?? {};
  if (source === undefined || !/^[dgimsuvy]*$/.test(flags)) return {type: 'text'};
  if (/[dgy]/.test(flags))
    return {
      type: 'problem',
      message: `A pattern takes the flags i, m, s, u and v, not "${flags}".`,
    };
  return compile(source, flags, text);
}

/** Reads a pattern where nothing else can stand: the slashes may be left out. */
export function readExpression(text: string): PatternReading {
  const reading = readPattern(text);
  return reading.type === 'text' ? compile(text, '', `/${text}/`) : reading;
}

/** A pattern that finds `text` as it is. */
export function literalPattern(text: string): Pattern {
  return {
    text: `"${text}"`,
    expression: new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)),
  };
}
