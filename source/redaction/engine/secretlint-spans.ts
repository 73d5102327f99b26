import {isPlaceholder} from '../rules/placeholders.ts';
import type {Span} from './spans.ts';

/** A comment in the checked text must not switch the search off. */
const notUsed = '@secretlint/secretlint-rule-filter-comments';

/** These report a whole URL; own rules take out the password alone. */
const wholeUrl = new Set([
  '@secretlint/secretlint-rule-basicauth',
  '@secretlint/secretlint-rule-database-connection-string',
]);

async function loadLinter() {
  const [{lintSource}, {rules}, {secretLintProfiler}] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler'),
  ]);
  // It would keep a hundred marks of each search for as long as the program runs.
  secretLintProfiler.setEnabled(false);
  const used = rules
    .filter((rule) => rule.meta.id !== notUsed)
    .map((rule) => ({
      id: rule.meta.id,
      rule,
      options: rule.meta.id.endsWith('-aws') ? {enableIDScanRule: true} : {},
    }));
  return async (content: string) =>
    lintSource({
      source: {filePath: 'output.txt', content, contentType: 'text', ext: '.txt'},
      options: {noPhysicFilePath: true, config: {rules: used}},
    });
}

let linter: ReturnType<typeof loadLinter> | undefined;

function hasPasswordPlaceholder(url: string): boolean {
  const password = /:\/\/[^:]*:(?<password>.*)@/.exec(url)?.groups?.['password'];
  return password === undefined ? false : isPlaceholder(password);
}

/** What secretlint's recommended rules find. Loads secretlint on first use. */
export async function secretlintSpans(text: string, own: readonly Span[]): Promise<Span[]> {
  // Every rule of the preset wants a long unbroken token; most short output has none.
  if (!/\S{16}/.test(text)) return [];
  linter ??= loadLinter();
  const {messages} = await (await linter)(text);
  return messages.flatMap((message): Span[] => {
    const [start, end] = message.range;
    const isCovered = own.some((span) => span.start >= start && span.end <= end);
    if (
      wholeUrl.has(message.ruleId) &&
      (isCovered || hasPasswordPlaceholder(text.slice(start, end)))
    )
      return [];
    return [{start, end, kind: message.ruleId.replace(/^.*secretlint-rule-/, '')}];
  });
}
