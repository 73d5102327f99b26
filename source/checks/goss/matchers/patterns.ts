import {Buffer} from 'node:buffer';
import {StringDecoder} from 'node:string_decoder';
import {type CompileExpression} from './expression.ts';

/** One entry of a list of patterns: `foo`, `!foo`, `/re/`, `!/re/i`, or `\!foo` for a leading sign. */
export interface LinePattern {
  readonly text: string;
  /** No line may match. */
  readonly isInverse: boolean;
  readonly words: string;
  readonly test: (line: string) => boolean;
}

/** `/…/` with flags of Go's behind it; the opening slash, what is between, and the flags. */
const expression = /^!?\/(?<source>.*)\/(?<flags>[ims]*)$/s;

function contained(text: string): LinePattern {
  const isInverse = text.startsWith('!');
  const part = text.replace(/^[\\/!]+/, '');
  const shown = JSON.stringify(part);
  return {
    text,
    isInverse,
    words: isInverse ? `no line with ${shown}` : `a line with ${shown}`,
    test: (line) => line.includes(part),
  };
}

/** Reads a pattern, or gives the reason why its regular expression cannot be read. */
export function parsePattern(text: string, compile: CompileExpression): LinePattern | string {
  const {source, flags = ''} = expression.exec(text)?.groups ?? {};
  if (source === undefined) {
    return contained(text);
  }
  const compiled = compile(flags === '' ? source : `(?${flags})${source}`);
  if (typeof compiled === 'string') {
    return compiled;
  }
  const isInverse = text.startsWith('!');
  const shown = `/${source}/${flags}`;
  return {
    text,
    isInverse,
    words: isInverse ? `no line matching ${shown}` : `a line matching ${shown}`,
    test: compiled,
  };
}

/** Bytes of the longest line that goss looks at. */
const longestLine = 1024 * 1024;

/** What came of a pattern: the first line that it matched. */
export interface PatternHit {
  readonly pattern: LinePattern;
  readonly line: string | undefined;
  readonly isMet: boolean;
}

export interface PatternScan {
  readonly push: (chunk: Uint8Array) => void;
  /** Call it once, at the end of the text. */
  readonly end: () => readonly PatternHit[] | string;
}

/** Matches patterns line by line as a text comes, and keeps no more of it than a line. */
export function scanLines(patterns: readonly LinePattern[]): PatternScan {
  const decoder = new StringDecoder('utf8');
  const hits = new Map<LinePattern, string>();
  let open = [...patterns];
  let rest = '';
  let isTooLong = false;

  function look(line: string): void {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    open = open.filter((pattern) => {
      const isHit = pattern.test(text);
      if (isHit) {
        hits.set(pattern, text);
      }
      return !isHit;
    });
  }

  function add(text: string): void {
    if (open.length === 0 || isTooLong) {
      return;
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      isTooLong ||= open.length > 0 && Buffer.byteLength(line) >= longestLine;
      if (!isTooLong) {
        look(line);
      }
    }
    isTooLong ||= open.length > 0 && rest.length >= longestLine;
  }

  return {
    push(chunk) {
      add(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    },
    end() {
      add(decoder.end());
      if (open.length > 0 && rest !== '' && !isTooLong) {
        look(rest);
      }
      if (isTooLong) {
        return 'a line is longer than 1 MiB, which goss does not read';
      }
      return patterns.map((pattern) => {
        const line = hits.get(pattern);
        // An empty pattern is right even where there is no line at all.
        const isMet = pattern.isInverse
          ? line === undefined
          : line !== undefined || pattern.text === '';
        return {pattern, line, isMet};
      });
    },
  };
}

/** Matches patterns in a text that is there. */
export function scanText(
  patterns: readonly LinePattern[],
  text: string,
): readonly PatternHit[] | string {
  const scan = scanLines(patterns);
  scan.push(Buffer.from(text));
  return scan.end();
}
