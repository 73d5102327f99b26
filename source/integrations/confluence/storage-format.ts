import type {Element, ElementContent, Nodes, Root as HtmlRoot} from 'hast';
import type {Nodes as MarkdownNodes, Parents} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {parseMarkdown} from '../../markdown/parse-markdown.ts';

/** Elements of XHTML that Confluence keeps; what is none of them gives its content alone. */
const kept = new Set(
  'h1 h2 h3 h4 h5 h6 p br hr blockquote ul ol li strong em del code a table thead tbody tr th td sup'.split(
    ' ',
  ),
);

const harmless = /^(?:https?|mailto|tel):/iu;

// XML 1.0, section 2.2: no control characters but tab and line ends, and no half of a pair.
const notXml =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

function escaped(text: string): string {
  return text
    .replaceAll(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function isTag(node: ElementContent | undefined, name: string): node is Element {
  return node?.type === 'element' && node.tagName === name;
}

/** A block of code as the macro of Confluence has it; `]]>` cannot stand in CDATA, so it is cut in two. */
function code(pre: Element): string {
  const [inner] = pre.children;
  const named = isTag(inner, 'code') ? String(inner.properties['className'] ?? '') : '';
  const language = /language-([\w+#-]+)/u.exec(named)?.[1];
  const parameter =
    language === undefined
      ? ''
      : `<ac:parameter ac:name="language">${escaped(language)}</ac:parameter>`;
  const text = textOf(pre).replace(/\n$/u, '').replaceAll(notXml, '');
  return `<ac:structured-macro ac:name="code">${parameter}<ac:plain-text-body><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></ac:plain-text-body></ac:structured-macro>`;
}

function taskBox(item: Element): Element | undefined {
  const inside = item.children.flatMap((child) => (isTag(child, 'p') ? child.children : [child]));
  return inside.find((child): child is Element => isTag(child, 'input'));
}

function isTaskList({children}: Element): boolean {
  const items = children.filter((child) => isTag(child, 'li'));
  return (
    items.length > 0 && items.every((item) => isTag(item, 'li') && taskBox(item) !== undefined)
  );
}

let task = 0;

function tasks({children}: Element): string {
  const items = children.filter((child): child is Element => isTag(child, 'li'));
  const lines = items.map((item) => {
    task += 1;
    const state = taskBox(item)?.properties['checked'] === true ? 'complete' : 'incomplete';
    return `<ac:task><ac:task-id>${task}</ac:task-id><ac:task-status>${state}</ac:task-status><ac:task-body>${inner(item).trim()}</ac:task-body></ac:task>`;
  });
  return `<ac:task-list>${lines.join('')}</ac:task-list>`;
}

function inner(node: Element | HtmlRoot): string {
  return node.children.map((child) => storage(child)).join('');
}

function element(node: Element): string {
  const {tagName, properties} = node;
  if (tagName === 'pre') return code(node);
  if (tagName === 'ul' && isTaskList(node)) return tasks(node);
  if (tagName === 'img') return escaped(properties['alt'] ?? '');
  if (!kept.has(tagName)) return inner(node);
  if (tagName === 'br' || tagName === 'hr') return `<${tagName} />`;
  const href = properties['href'] ?? '';
  if (tagName === 'a')
    return harmless.test(href) ? `<a href="${escaped(href)}">${inner(node)}</a>` : inner(node);
  const from = tagName === 'ol' ? Number(properties['start'] ?? 1) : 1;
  return `<${tagName}${from === 1 ? '' : ` start="${from}"`}>${inner(node)}</${tagName}>`;
}

function storage(node: HtmlRoot['children'][number] | ElementContent): string {
  if (node.type === 'text') return escaped(node.value);
  return node.type === 'element' ? element(node) : '';
}

/** What stands in a document as HTML, such as an anchor, has no place in a page of others. */
function withoutHtml(node: MarkdownNodes): void {
  if (!('children' in node)) return;
  const parent: Parents = node;
  parent.children = parent.children.filter(({type}) => type !== 'html') as typeof parent.children;
  for (const child of parent.children) withoutHtml(child);
}

/**
 * Markdown in the storage format of Confluence: XHTML with macros of the `ac` namespace for code and
 * tasks. It is well-formed whatever the text holds.
 */
export function toStorageFormat(markdown: string): string {
  const tree = parseMarkdown(markdown);
  withoutHtml(tree);
  task = 0;
  const root = toHast(tree);
  return root.type === 'root' ? inner(root).trim() : '';
}
