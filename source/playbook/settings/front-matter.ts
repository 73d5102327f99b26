import type {Cut} from '../markdown/chunks.ts';
import {positionAt} from '../markdown/source-text.ts';

export interface FrontMatter {
  readonly text: string;
  /** Where the text starts in the file, in characters. */
  readonly offset: number;
}

export interface SplitFile {
  /** The YAML between the `---` lines; absent when there is none. */
  readonly yaml: FrontMatter | undefined;
  /** Where the Markdown starts. */
  readonly body: Cut;
}

const eol = String.raw`[ \t]*(?:\r\n|\n|\r)`;
const yamlBlock = new RegExp(
  String.raw`^(?<opening>---${eol})(?!${eol})(?<text>[^]*?(?:\r\n|\n|\r))?(?:---|\.\.\.)(?:${eol}|[ \t]*$)`,
  'u',
);
const tomlBlock = new RegExp(
  String.raw`^\+\+\+${eol}(?:[^]*?(?:\r\n|\n|\r))?\+\+\+(?:${eol}|$)`,
  'u',
);

/**
 * Tells the front matter of a file from its Markdown. A `---` line that is followed by a blank line
 * or never closed is a rule, as in pandoc; `+++` front matter is of other tools and passed over.
 */
export function splitFrontMatter(source: string): SplitFile {
  const yaml = yamlBlock.exec(source);
  const found = yaml ?? tomlBlock.exec(source);
  const offset = found?.[0].length ?? 0;
  return {
    yaml: yaml
      ? {text: yaml.groups?.['text'] ?? '', offset: yaml.groups?.['opening']?.length ?? 0}
      : undefined,
    body: {offset, linesBefore: positionAt(source, offset).line - 1},
  };
}
