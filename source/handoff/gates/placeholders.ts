const placeholders =
  /(?<![\p{L}\p{N}])(?:tbd|tba|todo|fixme|xxx+|to be (?:done|defined|determined|written)|lorem ipsum|changeme|placeholder|\?{3,}|<[a-z][a-z _-]*>)(?![\p{L}\p{N}])/iu;

/** The first word in a text that stands for something still to be written. */
export function placeholderIn(text: string): string | undefined {
  // A code span may hold such a word rightly, as `docker logs <name>` does.
  const prose = text.replaceAll(/```[^]*?```|`[^`\n]*`/gu, ' ');
  return placeholders.exec(prose)?.[0];
}
