import type {Handoff} from '../handoff/model/handoff.ts';
import {templatesFolder} from '../playbook/templates-folder.ts';
import type {Audience} from '../playbook/playbook.ts';
import type {SetData} from './data/set-data.ts';
import {writtenNames, type WrittenName} from '../handoff/model/document-set.ts';
import {withRevision, type DocumentData} from './data/document-data.ts';
import {audienceFor, type PageName} from './document-names.ts';
import {requireNoInternalText} from './guard/require-no-internal-text.ts';
import {escapeInline} from './markdown/escape-inline.ts';
import {prepareData, type DataSource} from './prepare-data.ts';
import {templateParts, type TemplateParts} from './templates/template-parts.ts';
import {readTemplate, type FoundTemplate, type TemplateFolder} from './templates/read-template.ts';

export interface DocumentOptions extends DataSource {
  /** Without one, each document has the audience it is made for. */
  readonly audience?: Audience | undefined;
  /** What lies beside the document; what is usual unless given. */
  readonly set?: SetData | undefined;
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

type Render = (
  template: FoundTemplate,
  data: DocumentData,
  parts: TemplateParts,
) => Promise<string>;

/** Which document a template is of; nothing for one that is told of by none, such as the index. */
function nameOf(file: string): WrittenName | undefined {
  const name = file.slice(0, file.lastIndexOf('.'));
  return writtenNames.find((each) => each === name);
}

/** Also a template of one's own says what it was made from, and of when. */
function withStamp(
  text: string,
  {asOf, version, revision, stamp}: DocumentData,
  file: string,
): string {
  const isText = file.endsWith('.txt');
  const shown = isText ? stamp : escapeInline(stamp);
  const said = [isText ? asOf : escapeInline(asOf), version, revision.words];
  if (said.every((part) => text.includes(part))) return text;
  const line = isText ? `\n${shown}\n` : `\n---\n\n${shown}\n`;
  return `${text.trimEnd()}\n${line}`;
}

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
  const {templates = templatesFolder(), overrides = []} = options;
  const [template, {evidence, dataFor, internal, allowed}, parts] = await Promise.all([
    readTemplate(file, [...overrides, {folder: templates, origin: 'built-in'}]),
    prepareData(handoff, options),
    templateParts(),
  ]);
  const issue = withRevision(handoff, nameOf(file), dataFor(audience));
  const data = options.set ? {...issue, set: options.set} : issue;
  const text = withStamp(await render(template, data, parts), data, file);
  if (audience === 'customer') {
    const guarded = {document: file, text, template: template.file};
    requireNoInternalText(guarded, internal, [
      ...allowed,
      template.source,
      ...Object.values(parts),
      ...evidence.values(),
    ]);
  }
  return {text, template};
}

/**
 * Renders a document as Markdown, and says which template it was made with.
 *
 * @throws {TemplateError | InternalTextError} as {@link renderFile} does.
 */
export async function renderMarkdown(
  name: PageName,
  handoff: Handoff,
  options: DocumentOptions,
): Promise<Rendered> {
  const {renderTemplate} = await import('./liquid/render-template.ts');
  const {audience = audienceFor(name)} = options;
  return renderFile(`${name}.md`, audience, handoff, options, renderTemplate);
}

/**
 * Renders a document as Markdown. The same handoff, evidence, templates and options give the same
 * text.
 *
 * @throws {TemplateError | InternalTextError} as {@link renderFile} does.
 */
export async function renderDocument(
  name: PageName,
  handoff: Handoff,
  options: DocumentOptions,
): Promise<string> {
  return (await renderMarkdown(name, handoff, options)).text;
}
