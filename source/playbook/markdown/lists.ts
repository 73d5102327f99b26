import type {List, ListItem, Nodes} from 'mdast';

/** Whether a list stands somewhere in a node that is not a list itself, such as a quotation. */
export function holdsList(node: Nodes): boolean {
  return node.type === 'list' || ('children' in node && node.children.some(holdsList));
}

/** Opens quotations and footnotes that hold lists, so that their entries count like any other. */
export function openContainers(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node) =>
    node.type !== 'list' && 'children' in node && holdsList(node)
      ? openContainers(node.children)
      : [node],
  );
}

/** The lists among some nodes, also those in quotations, but not the lists within lists. */
export function listsIn(nodes: readonly Nodes[]): List[] {
  return openContainers(nodes).filter((node) => node.type === 'list');
}

/** What is not a list among some nodes, with quotations that hold lists opened. */
export function textsIn(nodes: readonly Nodes[]): Nodes[] {
  return openContainers(nodes).filter((node) => node.type !== 'list');
}

/** Every list entry among some nodes, parents before their children. */
export function entriesIn(nodes: readonly Nodes[]): ListItem[] {
  return listsIn(nodes).flatMap((list) =>
    list.children.flatMap((entry) => [entry, ...entriesIn(entry.children)]),
  );
}
