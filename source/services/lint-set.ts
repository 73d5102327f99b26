import {existsSync} from 'node:fs';
import path from 'node:path';
import {documentNames, type DocumentName} from '../documents/document-names.ts';
import {isReadAsText, lintDocuments} from '../documents/lint/lint-documents.ts';
import type {DocumentReadiness} from '../documents/lint/finding.ts';
import {renderMarkdown, type DocumentOptions} from '../documents/render-document.ts';
import {hasSomethingToSay} from '../handoff/standing/needed-documents.ts';
import {tellProgress, type OnProgress} from '../progress/told-progress.ts';
import type {Folded} from '../store/snapshot.ts';
import {documentOptions} from './document-options.ts';

function optionsNow(home: string, snapshot: Folded): DocumentOptions {
  return {now: new Date().toISOString(), ...documentOptions(home, snapshot)};
}

/** One document of a handoff as it would be written now. */
export async function renderNow(
  home: string,
  snapshot: Folded,
  name: DocumentName,
): Promise<string> {
  return (await renderMarkdown(name, snapshot.handoff, optionsNow(home, snapshot))).text;
}

/** Renders all documents of a handoff and lints them. */
export async function lintSet(
  home: string,
  snapshot: Folded,
  onProgress?: OnProgress,
): Promise<DocumentReadiness[]> {
  const documents = new Map<DocumentName, string>();
  // The same for all of them, so that their data is made once.
  const options = optionsNow(home, snapshot);
  const needed = documentNames.filter((name) => hasSomethingToSay(snapshot.handoff, name));
  for (const [done, name] of needed.entries()) {
    await tellProgress(onProgress, {doing: name, done, total: needed.length});
    // Documents of rows are read row by row.
    const text = isReadAsText(name)
      ? (await renderMarkdown(name, snapshot.handoff, options)).text
      : '';
    documents.set(name, text);
  }
  const {handoff} = snapshot;
  const exists = (file: string) => existsSync(path.resolve(handoff.workspace, file));
  return lintDocuments({handoff, documents, exists});
}
