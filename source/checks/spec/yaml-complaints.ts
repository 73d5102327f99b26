import {isScalar, visit, type Document, type YAMLError} from 'yaml';

/** What the parser complains about, in words that say what to do. */
export interface Complaint {
  readonly message: string;
  readonly offset: number;
  /** The rest of the file makes sense nevertheless. */
  readonly isHarmless: boolean;
}

/** So many are enough to begin with. */
const most = 20;

const wordings: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This key is in the map already; it would hide the first one.',
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs.',
  MULTIPLE_DOCS: 'A checks file is one YAML document; "---" starts a second one.',
  MULTILINE_IMPLICIT_KEY: 'A key with its colon belongs on one line. Is a colon missing above?',
  BAD_INDENT: 'The indentation fits none of the lines above.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon with a blank after it begins a value, and this line has two. Put quotes round the text that holds it, such as name: "a: b".',
  BLOCK_IN_FLOW:
    'Inside { } and [ ], a text that holds a colon with a blank after it needs quotes, such as {name: "a: b"}; a list with dashes stands on lines of its own.',
  BAD_SCALAR_START: 'A text cannot begin with this sign. Put it in quotes.',
};

/** An unquoted pattern after `{`, `[`, `,` or `:`, in which a bracket or comma ends it. */
const barePattern =
  /[{[].*(?:[{[,:]\s*)(?<pattern>\/[^"'\s/][^"']*?[[\]{},][^"']*?\/[a-z]*)\s*[,}\]]/;

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
}

/** What is to be quoted on a line, where that is probably the mistake. */
function quotingHint(line: string): string | undefined {
  const pattern = barePattern.exec(line)?.groups?.['pattern'];
  if (pattern !== undefined)
    return `Inside { } and [ ], a bracket or comma ends a text, so put the pattern in single quotes: '${pattern}'.`;
  return /[{[,].*\$\{/.test(line)
    ? 'Inside { } and [ ], put quotes round text that holds ${…}.'
    : undefined;
}

/** Where the quoted text begins that ends only with the file. */
function openedAt(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_key, node) {
      const isOpen =
        isScalar(node) && node.type?.startsWith('QUOTE') && (node.range?.[1] ?? 0) >= end;
      if (isOpen) start = node.range?.[0];
    },
  });
  return start;
}

function worded({code, message, pos}: YAMLError, document: Document, text: string): Complaint {
  const [offset] = pos;
  const isHarmless = code === 'DUPLICATE_KEY';
  const [first = ''] = message.split('\n');
  const say = (words: string, at = offset): Complaint => ({message: words, offset: at, isHarmless});
  if (code === 'MISSING_CHAR' && /closing .*quote/.test(first))
    return say('This quote is opened and never closed.', openedAt(document, offset));
  const line = lineAt(text, offset);
  const hint = quotingHint(line);
  if (!isHarmless && hint?.includes('pattern')) return say(hint);
  const withHint = (words: string) => say(hint === undefined ? words : `${words} ${hint}`);
  if (code === 'UNEXPECTED_TOKEN' && /['"]$/.test(text.slice(0, offset).trimEnd()))
    return withHint(
      `A text in quotes ends at the next such quote. Write '' for a ' inside of '…', and \\" for a " inside of "…".`,
    );
  if (/^Flow (?:map|sequence)/.test(first)) return withHint('A { or [ above is not closed.');
  return withHint(
    wordings[code] ??
      `This is not valid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}.`,
  );
}

/** One complaint for each line, in the order of the file; the first of them say most. */
export function complaintsOf(document: Document, text: string): readonly Complaint[] {
  const {errors, warnings} = document;
  // Where the bracket stands that ends a list is a matter of taste.
  const all = [...errors, ...warnings.filter(({code}) => code !== 'BAD_INDENT')];
  const lost = all.findIndex(({code}) => code !== 'DUPLICATE_KEY');
  // Once the parser has lost its way, what it did not expect says nothing more.
  const telling = all.filter(({code}, index) => code !== 'UNEXPECTED_TOKEN' || index === lost);
  const lines = new Set<number>();
  return telling
    .slice(0, most)
    .map((error) => worded(error, document, text))
    .filter(({offset}) => {
      const line = text.lastIndexOf('\n', offset - 1);
      const isFirst = !lines.has(line);
      lines.add(line);
      return isFirst;
    });
}
