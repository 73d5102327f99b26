/** A line of what is expected: a text as it stands, or a pattern between slashes. */
export interface ExpectedLine {
  readonly text: string;
  /** The pattern without its slashes; nothing where the line is a text. */
  readonly source?: string;
  readonly flags?: string;
}

const slashed = /^\/(?<source>[^]+)\/(?<flags>[a-z]*)$/u;

/** The lines of an expectation; fences of Markdown and empty lines count for nothing. */
export function expectedLines(expected: string): readonly ExpectedLine[] {
  return expected
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('```'))
    .map((text) => {
      const {source, flags = ''} = slashed.exec(text)?.groups ?? {};
      // A path such as /var/log/ looks like a pattern with flags that there are not.
      return source === undefined || !/^[dgimsuvy]*$/u.test(flags) ? {text} : {text, source, flags};
    });
}

/** Why a line is no pattern although it looks like one; nothing where it is one, or a text. */
export function patternProblem({text, source, flags = ''}: ExpectedLine): string | undefined {
  if (source === undefined) return undefined;
  if (/[dgy]/u.test(flags)) return `A pattern takes the flags i, m, s, u and v, not "${flags}".`;
  try {
    return void new RegExp(source, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /su, '') : '';
    return `${text} is no valid pattern: ${reason}.`;
  }
}
