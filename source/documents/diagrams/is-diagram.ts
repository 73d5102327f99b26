import type {Code, Nodes} from 'mdast';

/** A block of code that is a diagram in Mermaid's language. */
export function isDiagram(node: Nodes): node is Code {
  return node.type === 'code' && node.lang?.toLowerCase() === 'mermaid';
}
