import type {Nodes} from 'mdast';

function isSilent(node: Nodes): boolean {
  return ['html', 'definition', 'thematicBreak', 'yaml'].includes(node.type);
}

/** The Markdown between two offsets, with later lines moved left by the width of the first. */
function cutOut(source: string, start: number, end: number, indent: number): string {
  const later = new RegExp(String.raw`\n[ \t]{0,${indent}}`, 'gu');
  return source.slice(start, end).replaceAll(/\r\n?/gu, '\n').replaceAll(later, '\n').trimEnd();
}

/**
 * The Markdown of some neighbouring nodes as it stands in the file, without comments, HTML, rules
 * and link definitions. Nothing when no text is left.
 */
export function excerpt(source: string, nodes: readonly Nodes[]): string | undefined {
  const parts = nodes
    .filter((node) => !isSilent(node))
    .map((node) => {
      const {start, end} = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return '';
      const text = cutOut(source, start.offset, end.offset, start.column - 1);
      return node.type === 'code' ? text : text.replaceAll(/<!--.*?-->/gsu, '').trim();
    });
  return parts.filter((part) => part !== '').join('\n\n') || undefined;
}

/** The Markdown of a stretch of inline nodes, such as the lines below an entry's first one. */
export function inlineExcerpt(source: string, nodes: readonly Nodes[]): string | undefined {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const text = source.slice(start, end).replaceAll(/<!--.*?-->/gsu, '');
  return text.replaceAll(/\s*[\r\n]+\s*/gu, '\n').trim() || undefined;
}
