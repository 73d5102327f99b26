/** Makes a test of a regular expression in Go's syntax (RE2), or tells why it cannot be read. */
export type CompileExpression = (source: string) => ((text: string) => boolean) | string;

/**
 * Go's regular expressions differ from JavaScript's: `(?i)`, `\z`, `[[:alpha:]]`, `(?P<name>…)`, no
 * lookaround. RE2 takes time linear in the text, so no pattern can hang.
 */
export async function loadExpressions(): Promise<CompileExpression> {
  const {RE2JS} = await import('re2js');
  return (source) => {
    try {
      const compiled = RE2JS.compile(source);
      return (text) => compiled.test(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return reason.replace(/^error parsing regexp: /, '');
    }
  };
}
