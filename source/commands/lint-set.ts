import {existsSync} from 'node:fs';
import path from 'node:path';
import {documentNames, type DocumentName} from '../documents/document-names.ts';
import {lintDocuments} from '../documents/lint/lint-documents.ts';
import type {DocumentReadiness} from '../documents/lint/finding.ts';
import {renderMarkdown} from '../documents/render-document.ts';
import type {Folded} from '../store/store.ts';
import {documentOptions} from './document-options.ts';

/** One document of a handoff as it would be written now. */
export async function renderNow(
  home: string,
  snapshot: Folded,
  name: DocumentName,
): Promise<string> {
  const {text} = await renderMarkdown(name, snapshot.handoff, {
    now: new Date().toISOString(),
    ...documentOptions(home, snapshot),
  });
  return text;
}

/** Renders all documents of a handoff and lints them. */
export async function lintSet(home: string, snapshot: Folded): Promise<DocumentReadiness[]> {
  const documents = new Map<DocumentName, string>();
  for (const name of documentNames) documents.set(name, await renderNow(home, snapshot, name));
  const {handoff} = snapshot;
  const exists = (file: string) => existsSync(path.resolve(handoff.workspace, file));
  return lintDocuments({handoff, documents, exists});
}
