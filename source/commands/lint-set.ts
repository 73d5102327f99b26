import {existsSync} from 'node:fs';
import path from 'node:path';
import {documentNames, type DocumentName} from '../documents/document-names.ts';
import {lintDocuments} from '../documents/lint/lint-documents.ts';
import type {DocumentReadiness} from '../documents/lint/finding.ts';
import {renderMarkdown} from '../documents/render-document.ts';
import {templateOverrides} from '../documents/templates/template-folders.ts';
import type {Handoff} from '../handoff/model.ts';
import {readEvidence} from '../store/evidence.ts';

/** One document of a handoff as it would be written now. */
export async function renderNow(
  home: string,
  handoff: Handoff,
  revision: number,
  name: DocumentName,
): Promise<string> {
  const {text} = await renderMarkdown(name, handoff, {
    now: new Date().toISOString(),
    revision,
    overrides: templateOverrides(home, handoff.workspace),
    readEvidence: (sha256) => readEvidence(home, sha256),
  });
  return text;
}

/** Renders all documents of a handoff and lints them. */
export async function lintSet(
  home: string,
  handoff: Handoff,
  revision: number,
): Promise<DocumentReadiness[]> {
  const documents = new Map<DocumentName, string>();
  for (const name of documentNames) {
    documents.set(name, await renderNow(home, handoff, revision, name));
  }
  const exists = (file: string) => existsSync(path.resolve(handoff.workspace, file));
  return lintDocuments({handoff, documents, exists});
}
