import type {Handoff} from '../../handoff/model/handoff.ts';
import type {DocumentName} from '../document-names.ts';
import {uniqueSlugs} from '../markdown/contents.ts';
import type {DocumentReadiness} from './finding.ts';
import {lintHandoffDocument} from './lint-handoff-document.ts';
import {lintPremature} from './lint-premature.ts';
import {lintRendered} from './lint-rendered.ts';
import {lintTables, tableDocuments} from './lint-tables.ts';

/** Whether a document is linted by its text; the others are read row by row. */
export function isReadAsText(name: DocumentName): boolean {
  return tableDocuments[name] === undefined;
}

export interface LintInput {
  readonly handoff: Handoff;
  /** The documents of the set as Markdown. */
  readonly documents: ReadonlyMap<DocumentName, string>;
  /** Whether a path, relative to the workspace, leads to a file or folder. */
  readonly exists: (path: string) => boolean;
}

/** Anchors of the headings. A whole document takes too long to parse, and a line tells a heading. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const slug = uniqueSlugs();
  const headings = markdown.matchAll(/^#{1,6} (.+)$/gmu);
  return new Set([...headings].map(([, title = '']) => slug(title)));
}

/**
 * How far each document is, and what is missing or doubtful in it, in the order of the documents.
 * Reads nothing by itself: what it is given is all it goes by.
 */
export async function lintDocuments(input: LintInput): Promise<DocumentReadiness[]> {
  const {handoff, documents, exists} = input;
  const names = new Set([...documents.keys()].map((name) => `${name}.md`));
  const results: DocumentReadiness[] = [];
  const lintOne = async (name: DocumentName, markdown: string) => {
    if (name === 'handoff-document') {
      const targets = {exists, documents: names, anchors: anchorsOf(markdown)};
      return lintHandoffDocument(handoff, targets);
    }
    const premature = lintPremature(name, handoff);
    if (premature) return premature;
    const tables = tableDocuments[name];
    return tables ? lintTables(name, tables, handoff) : lintRendered(name, markdown);
  };
  for (const [name, markdown] of documents) results.push(await lintOne(name, markdown));
  return results;
}
