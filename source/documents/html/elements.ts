import type {Element, ElementContent, Nodes} from 'hast';

export function isElement(node: Nodes | undefined, tagName?: string): node is Element {
  return node?.type === 'element' && (tagName === undefined || node.tagName === tagName);
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** All elements of a kind in a tree, in the order of the page. */
export function elementsIn(node: Nodes, tagName: string): Element[] {
  if (!('children' in node)) return [];
  const below = node.children.flatMap((child) => elementsIn(child, tagName));
  return isElement(node, tagName) ? [node, ...below] : below;
}

/** A tree of which `change` has had every element, from the leaves up. */
export function mapElements(
  nodes: readonly ElementContent[],
  change: (element: Element) => ElementContent,
): ElementContent[] {
  return nodes.map((node) =>
    node.type === 'element'
      ? change({...node, children: mapElements(node.children, change)})
      : node,
  );
}
