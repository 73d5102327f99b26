/** One command of a shell line: its words without quotes, and the files it writes by redirection. */
export interface SimpleCommand {
  readonly words: readonly string[];
  readonly writes: readonly string[];
}

/** Quoted text, an operator, a redirection, white space, or a piece of a word. */
const token =
  /'(?<single>[^']*)'|"(?<double>(?:\\[\s\S]|[^"\\])*)"|\\(?<escaped>[\s\S])|(?<comment>(?<![^\s;&|(])#[^\n]*)|(?<redirect>\d*(?:>>|>\||>&|&>>|&>|>|<<<|<<|<&|<))|(?<end>\|\||&&|\||&|;|\n|\(|\)|`|\$\()|(?<space>\s+)|(?<plain>[^\s'"\\|&;()<>`$]+|\$)/y;

interface Draft {
  words: string[];
  writes: string[];
}

/**
 * Takes a shell line apart into its commands: those of pipes, lists, subshells and substitutions,
 * each by itself. It reads what people write on one line, not the whole grammar of a shell.
 */
export function simpleCommands(line: string): readonly SimpleCommand[] {
  const commands: Draft[] = [];
  let draft: Draft = {words: [], writes: []};
  let word: string | undefined;
  let target: 'word' | 'write' | 'read' = 'word';

  function endWord(): void {
    if (word !== undefined) {
      if (target === 'word') draft.words.push(word);
      else if (target === 'write') draft.writes.push(word);
      target = 'word';
    }
    word = undefined;
  }

  function endCommand(): void {
    endWord();
    target = 'word';
    commands.push(draft);
    draft = {words: [], writes: []};
  }

  for (const {0: whole, groups = {}} of line.matchAll(new RegExp(token.source, 'g'))) {
    const {single, double, escaped, plain, redirect} = groups;
    const piece = single ?? double ?? escaped ?? plain;
    if (piece !== undefined) {
      word = (word ?? '') + piece;
      if (double !== undefined && /\$\(|`/.test(double)) commands.push(...substituted(double));
    } else if (redirect !== undefined) {
      endWord();
      target = redirect.includes('>') && !redirect.endsWith('>&') ? 'write' : 'read';
    } else if (groups['end'] !== undefined) endCommand();
    else if (whole.trim() === '' || groups['comment'] !== undefined) endWord();
  }
  endCommand();
  return commands.filter(({words, writes}) => words.length > 0 || writes.length > 0);
}

/** The commands inside `$(…)` and backquotes of a quoted text. */
function substituted(text: string): Draft[] {
  const inner = [...text.matchAll(/\$\((?<dollar>[^()]*)\)|`(?<back>[^`]*)`/g)];
  return inner.flatMap(({groups}) =>
    simpleCommands(groups?.['dollar'] ?? groups?.['back'] ?? '').map(({words, writes}) => ({
      words: [...words],
      writes: [...writes],
    })),
  );
}
