import type {Handoff} from '../handoff/model.ts';
import {lastCheckRun} from '../handoff/progress.ts';
import {templatesFolder} from '../playbook/templates-folder.ts';
import {documentData, type Audience, type DocumentData} from './data/document-data.ts';
import type {CompareRuns} from './data/transition.ts';
import type {EvidenceTexts} from './data/validation.ts';
import {usualAudience, type DocumentName} from './document-names.ts';
import {internalTexts, publicTexts} from './guard/internal-texts.ts';
import {requireNoInternalText} from './guard/require-no-internal-text.ts';
import {readTemplate, type FoundTemplate, type TemplateFolder} from './templates/read-template.ts';

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
  /** Folders whose templates go before those, the first one winning. */
  readonly overrides?: readonly TemplateFolder[] | undefined;
}

/** A rendered document and the template it was made with. */
export interface Rendered {
  readonly text: string;
  readonly template: FoundTemplate;
}

/** The stored texts of the last run's evidence; what is not in the store is left out. */
export async function readTexts(
  handoff: Handoff,
  options: Pick<DocumentOptions, 'readEvidence'>,
): Promise<EvidenceTexts> {
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

type Render = (template: FoundTemplate, data: DocumentData) => Promise<string>;

/**
 * Renders the template `file` for an audience. What is for a customer is held against everything
 * internal before it is given out.
 *
 * @throws {TemplateError} when its template is missing or wrong, with file, line and column.
 * @throws {InternalTextError} when a customer would read what is internal.
 */
export async function renderFile(
  file: string,
  audience: Audience,
  handoff: Handoff,
  options: DocumentOptions,
  render: Render,
): Promise<Rendered> {
  const {now, revision, compareRuns, templates = templatesFolder(), overrides = []} = options;
  const [template, evidence] = await Promise.all([
    readTemplate(file, [...overrides, {folder: templates, origin: 'built-in'}]),
    readTexts(handoff, options),
  ]);
  const data = documentData(handoff, {audience, now, revision, evidence, compareRuns});
  const text = await render(template, data);
  if (audience === 'customer') {
    const allowed = [...publicTexts(handoff), template.source, ...evidence.values()];
    const guarded = {document: file, text, template: template.file};
    requireNoInternalText(guarded, internalTexts(handoff), allowed);
  }
  return {text, template};
}

/**
 * Renders a document as Markdown, and says which template it was made with.
 *
 * @throws {TemplateError | InternalTextError} as {@link renderFile} does.
 */
export async function renderMarkdown(
  name: DocumentName,
  handoff: Handoff,
  options: DocumentOptions,
): Promise<Rendered> {
  const {renderTemplate} = await import('./liquid/render-template.ts');
  const {audience = usualAudience[name]} = options;
  return renderFile(`${name}.md`, audience, handoff, options, renderTemplate);
}

/**
 * Renders a document as Markdown. The same handoff, evidence, templates and options give the same
 * text.
 *
 * @throws {TemplateError | InternalTextError} as {@link renderFile} does.
 */
export async function renderDocument(
  name: DocumentName,
  handoff: Handoff,
  options: DocumentOptions,
): Promise<string> {
  return (await renderMarkdown(name, handoff, options)).text;
}
