import type {Heading, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

/**
 * Whether contents name a heading: down to level 3, but for the numbered steps of a procedure, which
 * are found by the procedure.
 */
export function isListed(block: RootContent): block is Heading {
  if (block.type !== 'heading' || block.depth > 3) return false;
  return block.depth < 3 || !/^\d+\. /u.test(toString(block));
}
