import {settingFields, settingOf} from './setting-table.ts';

/** The line in which a text stops being JSON, counted from 1. */
function brokenLine(text: string): number {
  const lines = text.split('\n');
  for (let count = 1; count < lines.length; count += 1) {
    const begun = lines.slice(0, count).join('\n');
    try {
      JSON.parse(begun);
    } catch (error) {
      const {message} = error as Error;
      const position = Number(/at position (\d+)/.exec(message)?.[1]);
      // Where only the end is missing, all up to here is right.
      const isRight = /end of JSON|Unterminated/.test(message) || position === begun.length;
      if (!isRight) return count;
    }
  }
  return lines.length;
}

function isTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}

const shapes: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  schema: [(value) => value === 1, 'is not the one of this version'],
  trusted: [
    (value) =>
      Array.isArray(value) && value.every((file) => isTexts(file, ['sha256', 'path', 'at'])),
    'is no list of trusted files',
  ],
  ...Object.fromEntries(
    settingFields.map((field) => {
      const {isKept, otherwise} = settingOf(field).kind;
      return [field, [(value: unknown) => value === undefined || isKept(value), otherwise]];
    }),
  ),
  revision: [
    (value) => value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0),
    'is no number',
  ],
};

/** What keeps a text from being settings, with its line; nothing when nothing does. */
export function settingsProblem(text: string): string | undefined {
  const odd = text.split('\n').findIndex((line) => line.includes('\uFFFD'));
  if (odd >= 0) return `line ${odd + 1} holds bytes that are no text`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `line ${brokenLine(text)} is not valid JSON (${(error as Error).message})`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'line 1 does not hold settings';
  for (const [name, [isValid, problem]] of Object.entries(shapes)) {
    if (isValid((value as Record<string, unknown>)[name])) continue;
    const line = text.split('\n').findIndex((each) => each.includes(`"${name}"`));
    return line < 0 ? `it holds no "${name}"` : `the "${name}" in line ${line + 1} ${problem}`;
  }
  return undefined;
}
