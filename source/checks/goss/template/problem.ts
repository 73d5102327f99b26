/** A place in a template where it cannot be read or filled in. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  /** In the template's text. */
  readonly offset: number;
  readonly suggestion: string | undefined;

  constructor(offset: number, message: string, suggestion?: string) {
    super(message);
    this.offset = offset;
    this.suggestion = suggestion;
  }
}
