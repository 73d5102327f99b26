import type {Document} from 'yaml';

/** Far enough for every list that a person opened. */
const indent = ' '.repeat(80);

/** A file with more such brackets than that has another mistake. */
const most = 50;

export interface Indented {
  /** The text that was parsed. */
  readonly text: string;
  readonly document: Document | string;
  /** The offset in the text as it is written, of one in the text that was parsed. */
  readonly toOriginal: (offset: number) => number;
}

/** The first bracket that closes a list or map on a line of its own, too far left for YAML 1.2. */
function straying({errors}: Document, text: string): number | undefined {
  const at = errors.find(({code}) => code === 'BAD_INDENT')?.pos[0];
  if (at === undefined || !/[\]}]/.test(text.charAt(at))) return undefined;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, at).trim() === '' ? start : undefined;
}

/**
 * Takes closing brackets as most readers of YAML do, however little they are indented: those of
 * lists and maps in brackets care for nothing else either.
 */
export function withClosersIndented(
  original: string,
  parse: (text: string) => Document | string,
): Indented {
  const asWritten = parse(original);
  let [text, document] = [original, asWritten];
  const inserted: number[] = [];
  const toOriginal = (offset: number) =>
    offset - indent.length * inserted.filter((at) => at < offset).length;
  while (typeof document !== 'string' && inserted.length < most) {
    const at = straying(document, text);
    if (at === undefined) break;
    inserted.push(at);
    text = `${text.slice(0, at)}${indent}${text.slice(at)}`;
    document = parse(text);
  }
  const isBetter = typeof document !== 'string' && document.errors.length === 0;
  return isBetter || inserted.length === 0
    ? {text, document, toOriginal}
    : {text: original, document: asWritten, toOriginal: (offset) => offset};
}
