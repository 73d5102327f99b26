/** A field of a shape, in words. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
}

/** An interface of the source, in words. */
export interface Shape {
  readonly name: string;
  readonly parents: readonly string[];
  readonly meaning: string;
  readonly fields: readonly Field[];
}

function wordsOf(comment: string | undefined): string {
  return (comment ?? '')
    .replaceAll(/^\s*\*\/|\*\/\s*$|^\s*\/?\*+ ?/gmu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function typeWords(type: string): string {
  return type
    .replaceAll(/\breadonly /gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Types that are a choice of words, which say more than their name. */
const choices = new Map<string, string>();

/** Notes the choices that a source text has, so that shapes say their words. */
export function noteChoices(text: string): void {
  for (const [, name = '', words = ''] of text.matchAll(/type (\w+) =\s+((?:\|? ?'[^']*'\s*)+);/gu))
    choices.set(name, words.trim());
  const listed =
    /const (\w+) = \[([^\]]*)\] as const;\s+export type (\w+) = \(typeof \1\)\[number\];/gu;
  for (const [, , list = '', name = ''] of text.matchAll(listed))
    choices.set(name, (list.match(/'[^']*'/gu) ?? []).join(' | '));
}

function fieldsOf(body: string): Field[] {
  const field =
    /^ {2}(\/\*\*[\s\S]*?\*\/\n {2})?readonly (\w+)(\??): ([\s\S]*?);$(?=\n {2}(?:readonly|\/\*\*)|(?![\s\S]))/gmu;
  return [...body.matchAll(field)].map(([, comment, name = '', optional, type = '']) => ({
    name,
    type: (choices.get(type) ?? typeWords(type)) + (optional ? ' (may be absent)' : ''),
    meaning: wordsOf(comment),
  }));
}

/** The interfaces that a source text exports. */
export function shapesIn(text: string): Shape[] {
  const shape =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)\n\}/gu;
  return [...text.matchAll(shape)].map(([, comment, name = '', parents = '', body = '']) => ({
    name,
    parents: parents === '' ? [] : parents.split(',').map((parent) => parent.trim()),
    meaning: wordsOf(comment),
    fields: fieldsOf(body),
  }));
}
