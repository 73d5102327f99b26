import type {FontOptions} from './pdf/document-fonts.ts';

/** The forms a document is written in; each is the ending of its file. */
export const documentFormats = ['md', 'html', 'pdf'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

/**
 * What is written unless something else is asked for: the text to keep and compare, and the page
 * to read and send. A PDF takes several times as long as both, so it is made when it is asked for.
 */
export const usualFormats: readonly DocumentFormat[] = ['md', 'html'];

export function isDocumentFormat(name: string): name is DocumentFormat {
  return (documentFormats as readonly string[]).includes(name);
}

export interface FormatOptions extends FontOptions {
  /** ISO 8601 instant of the writing. */
  readonly now: string;
  /** The file beside it that has the document as a page; nothing where there is none. */
  readonly page?: string | undefined;
  /** The names of files in the same folder that links may lead to. */
  readonly beside?: ReadonlySet<string> | undefined;
}

/** One document, rendered as Markdown, in another form. What makes it is loaded when it is used. */
export async function toFormat(
  markdown: string,
  format: DocumentFormat,
  {page, ...options}: FormatOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return markdown;
    case 'html':
      return (await import('./html/to-html.ts')).toHtml(markdown);
    case 'pdf':
      return (await import('./pdf/to-pdf.ts')).toPdf(markdown, {...options, accessibleForm: page});
  }
}
