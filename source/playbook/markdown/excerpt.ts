import type {Nodes, Reference, Resource} from 'mdast';
import {normalizeLabel} from './chunks.ts';
import {htmlText, withoutComments} from './html-text.ts';
import type {Blocks} from './parse-blocks.ts';

function isSilent(node: Nodes): boolean {
  return ['definition', 'thematicBreak', 'yaml'].includes(node.type);
}

type ReferenceNode = Extract<Nodes, Reference>;

function referencesIn(node: Nodes, urls: Blocks['urls']): ReferenceNode[] {
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return urls.has(normalizeLabel(node.identifier)) ? [node] : [];
  return 'children' in node ? node.children.flatMap((child) => referencesIn(child, urls)) : [];
}

/** A link by reference with its address, since its definition stands elsewhere in the file. */
function withAddress(raw: string, url: Resource['url']): string {
  const label = /^(!?\[(?:[^\\]|\\.)*?\])(?:\[[^\]]*\])?$/su.exec(raw)?.[1];
  return label === undefined ? raw : `${label}(${/[\s()<>]/u.test(url) ? `<${url}>` : url})`;
}

/** The Markdown between two offsets, links by reference with their addresses. */
export function sliceWithAddresses({source, urls}: Blocks, nodes: readonly Nodes[]): string {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return '';
  const parts: string[] = [];
  let done = start;
  for (const node of urls.size > 0 ? nodes.flatMap((node) => referencesIn(node, urls)) : []) {
    const {start: from, end: to} = node.position ?? {};
    if (from?.offset === undefined || to?.offset === undefined) continue;
    const url = urls.get(normalizeLabel(node.identifier)) ?? '';
    const raw = source.slice(from.offset, to.offset);
    parts.push(source.slice(done, from.offset), withAddress(raw, url));
    done = to.offset;
  }
  return [...parts, source.slice(done, end)].join('');
}

/** Markdown with later lines moved left by the width of the first. */
function moveLeft(text: string, indent: number): string {
  const later = new RegExp(String.raw`\n[ \t]{0,${indent}}`, 'gu');
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll(later, '\n').trimEnd();
}

/**
 * The Markdown of some neighbouring nodes as it stands in the file, without comments, tags, rules
 * and link definitions. Nothing when no text is left.
 */
export function excerpt(blocks: Blocks, nodes: readonly Nodes[]): string | undefined {
  const parts = nodes
    .filter((node) => !isSilent(node))
    .map((node) => {
      if (node.type === 'html') return htmlText(node.value);
      const text = moveLeft(
        sliceWithAddresses(blocks, [node]),
        (node.position?.start.column ?? 1) - 1,
      );
      return node.type === 'code' ? text : withoutComments(text).trim();
    });
  return parts.filter((part) => part !== '').join('\n\n') || undefined;
}

/** The Markdown of a stretch of inline nodes, such as the lines below an entry's first one. */
export function inlineExcerpt(blocks: Blocks, nodes: readonly Nodes[]): string | undefined {
  const text = withoutComments(sliceWithAddresses(blocks, nodes));
  return text.replaceAll(/\s*[\r\n]+\s*/gu, '\n').trim() || undefined;
}
