import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import {toneOf} from '../markdown/outcome-words.ts';
import {isElement, textOf} from './elements.ts';

export function depthOf(node: ElementContent): number | undefined {
  const level = isElement(node) ? /^h([1-6])$/u.exec(node.tagName)?.[1] : undefined;
  return level === undefined ? undefined : Number(level);
}

/** Lines of a shown output above which it is folded. */
const longOutput = 6;

function foldOutput(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    const isLong = isElement(next, 'pre') && textOf(next).split('\n').length > longOutput;
    if (isLong && isElement(node, 'p') && textOf(node).trim().endsWith(':')) return [];
    const before = nodes[index - 1];
    const isIntroduced = isElement(before, 'p') && textOf(before).trim().endsWith(':');
    if (!isElement(node, 'pre') || !isIntroduced || textOf(node).split('\n').length <= longOutput)
      return [node];
    const count = textOf(node).trimEnd().split('\n').length;
    const title = textOf(before).trim().replace(/:$/u, '');
    return [
      h('details', {className: ['text-of']}, [h('summary', `${title} (${count} lines)`), node]),
    ];
  });
}

/** The section of a check: folded where all was well, with its outcome next to its name. */
function toFold(heading: Element, outcome: string, content: readonly ElementContent[]): Element {
  const tone = toneOf(outcome) ?? 'quiet';
  const {dataOutcome: _, ...properties} = heading.properties;
  return h('details', {className: ['fold'], open: tone === 'bad'}, [
    h('summary', [{...heading, properties}, h('span', {className: ['state', tone]}, outcome)]),
    ...foldOutput(content),
  ]);
}

/** A heading with a link to itself, so that a place can be passed on. */
function withAnchor(heading: Element): Element {
  const id = heading.properties['id'] ?? '';
  const title = textOf(heading).trim() || 'this section';
  const children: ElementContent[] =
    textOf(heading).trim() === '' ? [{type: 'text', value: 'Untitled'}] : heading.children;
  if (id === '') return {...heading, children};
  const link = h(
    'a',
    {className: ['anchor'], href: `#${encodeURIComponent(id)}`, ariaLabel: `Link to "${title}"`},
    '#',
  );
  return {...heading, children: [...children, link]};
}

/**
 * Puts what stands below a heading of level 2 into a section, and the record of each check into a
 * fold within it.
 */
export function toSections(nodes: readonly ElementContent[], level = 2): ElementContent[] {
  const out: ElementContent[] = [];
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index];
    if (!node) break;
    index += 1;
    const depth = depthOf(node);
    if (depth === undefined || !isElement(node)) {
      out.push(node);
      continue;
    }
    const outcome = node.properties['dataOutcome'];
    if (depth !== level && typeof outcome !== 'string') {
      out.push(withAnchor(node));
      continue;
    }
    const start = index;
    while (index < nodes.length && (depthOf(nodes[index] ?? node) ?? 7) > depth) index += 1;
    const content = nodes.slice(start, index);
    if (typeof outcome === 'string') out.push(toFold(node, outcome, toSections(content, 0)));
    else
      out.push(
        h('section', {ariaLabelledBy: node.properties['id']}, [
          withAnchor(node),
          ...toSections(content, 0),
        ]),
      );
  }
  return out;
}
