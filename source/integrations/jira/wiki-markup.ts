/** Lines of a note in the markup of Jira: nested entries have two dashes, and braces begin no macro. */
export function toWikiMarkup(text: string): string {
  return text.replaceAll(/[{}]/gu, String.raw`\$&`).replaceAll(/^ {2,}- /gmu, '-- ');
}
