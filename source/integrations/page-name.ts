import type {Content} from './integration-entry.ts';

/** What the file of a content is called, without its ending. */
export function pageName({kind, about = kind}: Content): string {
  return about.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
}
