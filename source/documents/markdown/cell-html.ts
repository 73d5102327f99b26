import type {Html, Nodes, PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

/** Tags that only say how words look, by the node or the tag that stands for them. */
const looks: Readonly<
  Record<string, 'strong' | 'emphasis' | 'delete' | 'code' | {readonly tag: string}>
> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  code: 'code',
  kbd: 'code',
  tt: 'code',
  u: {tag: 'ins'},
  ins: {tag: 'ins'},
  sub: {tag: 'sub'},
  sup: {tag: 'sup'},
};

function tagOf(node: Nodes): {name: string; isEnd: boolean} | undefined {
  // A tag with attributes is somebody's program, not a look.
  const [, end, name = ''] =
    node.type === 'html' ? (/^<(\/?)([a-z]+)\s*\/?>$/iu.exec(node.value) ?? []) : [];
  return name === '' ? undefined : {name: name.toLowerCase(), isEnd: end === '/'};
}

/** The tag that a look of words has in a page, where Markdown has no sign for it. */
export function lookOf(node: Nodes): string | undefined {
  const name = node.data && 'hName' in node.data ? node.data.hName : undefined;
  return typeof name === 'string' ? name : undefined;
}

function dressed(name: string, children: PhrasingContent[]): PhrasingContent {
  const look = looks[name] ?? 'emphasis';
  if (look === 'code')
    return {type: 'inlineCode', value: children.map((node) => toString(node)).join('')};
  if (typeof look === 'string') return {type: look, children};
  return {type: 'emphasis', data: {hName: look.tag}, children};
}

/**
 * The contents of a cell with harmless HTML as what it means. A cell is one line of Markdown, so
 * `<br>` is the only way to say that another begins. All other HTML stays for what it is.
 */
export function readCellHtml(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!node) break;
    const tag = tagOf(node);
    if (tag?.name === 'br') {
      out.push({type: 'break'});
      continue;
    }
    const isLook = tag !== undefined && !tag.isEnd && Object.hasOwn(looks, tag.name);
    const end = isLook
      ? nodes.findIndex((other, at) => {
          const its = at > index ? tagOf(other) : undefined;
          return its?.isEnd === true && its.name === tag.name;
        })
      : -1;
    if (!tag || end < 0) {
      out.push(node);
      continue;
    }
    out.push(dressed(tag.name, readCellHtml(nodes.slice(index + 1, end))));
    index = end;
  }
  return out;
}

/** The same as Markdown has it: line ends and looks without a sign of their own are HTML again. */
export function writeCellHtml(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const html = (value: string): Html => ({type: 'html', value});
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break') return [html('<br>')];
    if (!('children' in node)) return [node];
    const children = writeCellHtml(node.children);
    const tag = lookOf(node);
    return tag === undefined
      ? [{...node, children}]
      : [html(`<${tag}>`), ...children, html(`</${tag}>`)];
  });
}
