/** A heading of the finished document. */
export interface Heading {
  readonly depth: number;
  /** The heading's Markdown, without its number signs. */
  readonly text: string;
  readonly slug: string;
}

/**
 * The anchor that GitHub, GitLab and most renderers give a heading: lower case, only letters,
 * numbers, underscores and hyphens, spaces as hyphens. It works on the Markdown source because
 * every escape and mark is punctuation and goes.
 */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Numbers repeated slugs as renderers do: `logs`, `logs-1`, `logs-2`. */
export function uniqueSlugs(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const slug = slugOf(text);
    let count = seen.get(slug) ?? 0;
    let unique = count === 0 ? slug : `${slug}-${count}`;
    while (count > 0 && seen.has(unique)) {
      count += 1;
      unique = `${slug}-${count}`;
    }
    seen.set(slug, count + 1);
    if (unique !== slug) seen.set(unique, 1);
    return unique;
  };
}

/** A linked list of the headings from level 2 down to `depth`, nested as the headings are. */
export function contentsList(headings: readonly Heading[], depth: number): string {
  return headings
    .filter((heading) => heading.depth >= 2 && heading.depth <= depth)
    .map(({depth, text, slug}) => `${'  '.repeat(depth - 2)}- [${text}](#${slug})`)
    .join('\n');
}
