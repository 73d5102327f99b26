import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import {isListed} from '../markdown/listed-headings.ts';
import type {DocumentContent} from '../markdown/read-document.ts';
import {toString} from 'mdast-util-to-string';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly below: Entry[];
}

function link({id, title}: Entry): Element {
  return h('a', {href: `#${encodeURIComponent(id)}`}, title);
}

function list(entries: readonly Entry[]): ElementContent[] {
  if (entries.length === 0) return [];
  return [
    h(
      'ul',
      entries.map((entry) => h('li', [link(entry), ...list(entry.below)])),
    ),
  ];
}

/** The contents of a document down to level 3, or nothing where there is hardly anything to list. */
export function toContents({blocks, anchors}: DocumentContent): Element | undefined {
  const entries: Entry[] = [];
  for (const block of blocks) {
    const id = isListed(block) ? anchors.get(block) : undefined;
    if (!isListed(block) || id === undefined) continue;
    const entry = {id, title: toString(block).trim() || 'Untitled', below: []};
    const parent = block.depth === 3 ? entries.at(-1)?.below : undefined;
    (parent ?? entries).push(entry);
  }
  if (entries.length < 3) return undefined;
  return h('nav', {className: ['contents'], ariaLabel: 'Contents'}, [
    h('details', {open: true}, [h('summary', 'Contents'), ...list(entries)]),
  ]);
}
