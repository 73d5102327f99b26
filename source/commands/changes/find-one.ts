import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';

/** Something that can be meant: by its id, or by what it says. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
}

interface Asked {
  /** What is looked for, such as `row`. */
  readonly what: string;
  /** Where all of them are listed. */
  readonly listedBy: string;
}

const shown = 8;

/**
 * The one that a person means: by its id, else its whole text, else the start of its id, else any part
 * of id or text. Case does not matter. The first of these ways that matches anything decides, as for items.
 *
 * @throws {Problem} when there is none, or more than one.
 */
export function findOne<C extends Candidate>(
  all: readonly C[],
  query: string,
  {what, listedBy}: Asked,
): C {
  const wanted = query.trim().toLowerCase();
  const ways: readonly ((id: string, text: string) => boolean)[] = [
    (id) => id === wanted,
    (_id, text) => text === wanted,
    (id) => id.startsWith(wanted),
    (id, text) => id.includes(wanted) || text.includes(wanted),
  ];
  for (const matches of wanted === '' ? [] : ways) {
    const found = all.filter(({id, text}) => matches(id.toLowerCase(), text.toLowerCase()));
    const [only, ...others] = found;
    if (!only) continue;
    if (others.length === 0) return only;
    const lines = found.slice(0, shown).map(({id, text}) => `  ${text}  <${id}>`);
    const more = found.length > shown ? [`  and ${found.length - shown} more`] : [];
    throw new Problem(
      [`"${query}" fits more than one ${what}:`, ...lines, ...more].join('\n'),
      'Type more of it, or the id.',
    );
  }
  const close = nearest(
    wanted,
    all.flatMap(({id, text}) => [id, text]),
  );
  throw new Problem(
    `There is no ${what} "${query}".`,
    `${close === undefined ? '' : `Did you mean "${close}"? `}${listedBy}`,
  );
}
