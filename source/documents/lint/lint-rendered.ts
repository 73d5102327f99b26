import type {Nodes, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {DocumentName} from '../document-names.ts';
import {everyNode} from '../../markdown/parse-markdown.ts';
import {parseText} from '../markdown/safe-markdown.ts';
import {readinessOf, type DocumentReadiness, type LintFinding} from './finding.ts';
import {findPlaceholder} from '../../handoff/registers/find-placeholder.ts';

/** What a reader takes in at a time: list entries, rows of tables, paragraphs. */
function unitsIn(node: RootContent): Nodes[] {
  if (node.type === 'paragraph') return [node];
  return everyNode(node).filter(
    (each, index, all) =>
      each.type === 'listItem' || (each.type === 'tableRow' && all[index - 1]?.type !== 'table'),
  );
}

const open = {
  rule: 'placeholder',
  level: 'warning',
  toDo: 'Fill it in by hand once the documents are written, or in a template of your own.',
} as const;

function cellsOf(unit: Nodes): string[] {
  return unit.type === 'tableRow' ? unit.children.map((cell) => toString(cell)) : [toString(unit)];
}

/** Templates mark with "To fill in" what only a person can know. */
function isLeftOpen(unit: Nodes): boolean {
  return cellsOf(unit).some(
    (text) => text.startsWith('To fill in') || findPlaceholder(text) !== undefined,
  );
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 72 ? `${line.slice(0, 71)}…` : line;
}

/** A document that is rendered from the handoff and has no texts of its own. */
export function lintRendered(document: DocumentName, markdown: string): DocumentReadiness {
  let part = '';
  let total = 0;
  let gaps = 0;
  const findings: LintFinding[] = [];
  // Parsing takes more than linear time: part by part, a long document takes a fraction of it.
  const parts = markdown.split(/^(?=## )/mu);
  for (const node of parts.flatMap((text) => parseText(text)?.children ?? [])) {
    if (node.type === 'heading') part = toString(node);
    for (const unit of unitsIn(node)) {
      total += 1;
      if (!isLeftOpen(unit)) continue;
      gaps += 1;
      const what = `"${shorten(cellsOf(unit).join(', '))}" is left open.`;
      findings.push({document, part, ...open, what, place: undefined});
    }
  }
  return readinessOf(document, total, gaps, findings);
}
