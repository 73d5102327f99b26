import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Handoff} from '../handoff/model.ts';
import {lastCheckRun} from '../handoff/progress.ts';
import {templatesFolder} from '../playbook/templates-folder.ts';
import {documentData, type Audience} from './data/document-data.ts';
import type {CompareRuns} from './data/transition.ts';
import type {EvidenceTexts} from './data/validation.ts';
import {usualAudience, type DocumentName} from './document-names.ts';
import {TemplateError} from './liquid/template-error.ts';

export interface DocumentOptions {
  /** ISO 8601 instant that the document is written at. */
  readonly now: string;
  /** Without one, each document has the audience it is made for. */
  readonly audience?: Audience | undefined;
  /** How many actions the journal holds; printed as the document's version. */
  readonly revision?: number | undefined;
  /** Gives the stored text of a piece of evidence, for the excerpts. */
  readonly readEvidence?: ((sha256: string) => Promise<string | undefined>) | undefined;
  /** Tells what changed on the system between two runs of its checks. */
  readonly compareRuns?: CompareRuns | undefined;
  /** Where the templates are, instead of the program's own. */
  readonly templates?: string | undefined;
}

async function readTemplate(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError(
      `The template cannot be read: ${reason}`,
      {file},
      'Put the template there, or install the program again.',
      {cause: error},
    );
  }
}

/** The stored texts of the last run's evidence; what is not in the store is left out. */
async function readTexts(handoff: Handoff, options: DocumentOptions): Promise<EvidenceTexts> {
  const {readEvidence} = options;
  const texts = new Map<string, string>();
  if (!readEvidence) return texts;
  for (const {evidence} of lastCheckRun(handoff)?.results ?? []) {
    if (!evidence) continue;
    const text = await readEvidence(evidence.stored);
    if (text !== undefined) texts.set(evidence.stored, text);
  }
  return texts;
}

/**
 * Renders a document as Markdown. The same handoff, evidence and options give the same text.
 *
 * @throws {TemplateError} when its template is missing or wrong, with file, line and column.
 */
export async function renderDocument(
  name: DocumentName,
  handoff: Handoff,
  options: DocumentOptions,
): Promise<string> {
  const file = path.join(options.templates ?? templatesFolder(), `${name}.md`);
  const [source, evidence, {renderTemplate}] = await Promise.all([
    readTemplate(file),
    readTexts(handoff, options),
    import('./liquid/render-template.ts'),
  ]);
  const {now, revision, compareRuns, audience = usualAudience[name]} = options;
  const data = documentData(handoff, {audience, now, revision, evidence, compareRuns});
  return renderTemplate({source, file}, data);
}
