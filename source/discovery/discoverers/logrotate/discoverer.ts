import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';

const byName = /(?:^|\/)(?:logrotate\.d\/[\w-]+|(?:[\w-]+\.)?logrotate(?:\.conf)?)$/;

const rhythms: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
};

interface Block {
  readonly paths: readonly string[];
  readonly line: number;
  readonly words: readonly (readonly string[])[];
}

interface Rotation {
  readonly blocks: readonly Block[];
  /** What holds for each block that does not say it itself. */
  readonly usual: readonly (readonly string[])[];
  /** The line of a block that is not closed. */
  readonly open?: number;
}

/** @see https://man7.org/linux/man-pages/man8/logrotate.8.html */
function readRotation(text: string): Rotation {
  const blocks: Block[] = [];
  const usual: string[][] = [];
  let paths: string[] = [];
  let inside: {line: number; words: string[][]} | undefined;
  let isScript = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const words = raw.trim().split(/\s+/);
    const [first = ''] = words;
    if (isScript) isScript = first !== 'endscript';
    else if (first === '' || first.startsWith('#')) continue;
    else if (inside && first === '}') {
      blocks.push({paths, line: inside.line, words: inside.words});
      paths = [];
      inside = undefined;
    } else if (inside) {
      isScript = /^(?:pre|post|first|last)\w+$/.test(first) && words.length === 1;
      inside.words.push(words);
    } else if (/^["/~]/.test(first) || first === '{') {
      const isOpening = words.some((word) => word.endsWith('{'));
      const named = words
        .map((word) => word.replaceAll(/["{}]/g, ''))
        .filter((word) => word !== '');
      paths = [...paths, ...named];
      // Nothing between the braces: what is usual holds.
      if (words.at(-1) === '}') {
        blocks.push({paths, line: index + 1, words: []});
        paths = [];
        continue;
      }
      if (isOpening) inside = {line: index + 1, words: []};
    } else usual.push(words);
  }
  return {blocks, usual, ...(inside ? {open: inside.line} : {})};
}

/** How long what is rotated is kept, in words; nothing where too little is said. */
function keptFor(words: readonly (readonly string[])[]): string | undefined {
  const valueOf = (key: string) => words.findLast(([first]) => first === key)?.[1];
  const rhythm = words.findLast(([first = '']) => Object.hasOwn(rhythms, first))?.[0] ?? '';
  const count = valueOf('rotate');
  const days = valueOf('maxage');
  const size = valueOf('size') ?? valueOf('maxsize');
  const parts = [
    count === undefined ? undefined : `${count} old ones`,
    rhythm === '' ? undefined : `a new one each ${rhythms[rhythm]}`,
    size === undefined ? undefined : `a new one from ${size}`,
    days === undefined ? undefined : `none older than ${days} days`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `${parts.join(', ')}; logrotate deletes them`;
}

/** logrotate: how long logs are kept. */
export const logrotate: Discoverer = {
  name: 'logrotate',
  looksAt: 'logrotate: which logs are kept for how long',
  wants: (file) => byName.test(file),
  async discover(file, folder) {
    const {blocks, usual, open} = readRotation((await folder.read(file)) ?? '');
    if (open !== undefined) folder.tell({file, line: open, message: 'This is not closed.'});
    return blocks.flatMap(({paths, line, words}) =>
      paths.map((log) =>
        row(
          'data',
          `log ${log}`,
          {name: `Log ${log}`, place: log, retention: keptFor([...usual, ...words])},
          at(file, line),
        ),
      ),
    );
  },
};
