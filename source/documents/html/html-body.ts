import type {Element, ElementContent} from 'hast';
import {defaultSchema, sanitize, type Schema} from 'hast-util-sanitize';
import {h} from 'hastscript';
import type {Heading, RootContent} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import type {DocumentContent} from '../markdown/read-document.ts';
import {calloutOf} from '../markdown/callout.ts';
import {outcomeOf, toneOf} from '../markdown/outcome-words.ts';
import {elementsIn, isElement, mapElements, textOf} from './elements.ts';
import {toTable} from './html-table.ts';

/** GitHub's list of what is harmless, without pictures: a page loads nothing. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !['img', 'picture', 'source'].includes(name),
  ),
  // The anchors are made by this program, unique and prefixed where the page needs some itself.
  clobber: [],
  protocols: {href: ['http', 'https', 'mailto', 'tel']},
  attributes: {
    ...defaultSchema.attributes,
    '*': ['id', 'align', 'dataOutcome', 'dataCallout'],
    ol: ['start'],
    input: ['checked', 'disabled', 'type'],
  },
};

/** Headings carry their anchor, and the outcome of a check where they begin the section of one. */
function marked({blocks, anchors}: DocumentContent): RootContent[] {
  return blocks.map((block, index) => {
    if (block.type === 'blockquote') {
      const callout = calloutOf(block);
      return callout ? {...callout, data: {hProperties: {dataCallout: 'caution'}}} : block;
    }
    if (block.type !== 'heading') return block;
    const outcome = outcomeOf(blocks[index + 1]);
    const hProperties = {id: anchors.get(block), ...(outcome ? {dataOutcome: outcome} : {})};
    const heading: Heading = {...block, data: {hProperties}};
    // One below the title at the least: a page has one heading of level 1.
    return block.depth === 1 ? {...heading, depth: 2} : heading;
  });
}

function toCode(pre: Element): Element {
  const [code] = elementsIn(pre, 'code');
  const language = /language-(\S+)/u.exec(String(code?.properties['className'] ?? ''))?.[1];
  const label = language && language !== 'text' ? `Code: ${language}` : 'Code';
  return h('pre', {tabIndex: 0, role: 'group', ariaLabel: label}, [h('code', textOf(pre))]);
}

function toLink(link: Element): Element {
  const href = link.properties['href'] ?? '';
  const isNamed =
    /^(?:https?|mailto):/iu.test(href) && textOf(link).trim() !== href.replace(/^mailto:/iu, '');
  const isElsewhere = /^https?:/iu.test(href);
  return {
    ...link,
    properties: {
      ...link.properties,
      ...(isElsewhere ? {rel: ['noopener', 'noreferrer']} : {}),
      ...(isNamed ? {className: ['named']} : {}),
    },
    children: textOf(link).trim() === '' ? [{type: 'text', value: href}] : link.children,
  };
}

function toListItem(item: Element): Element {
  const classes = item.properties['className'];
  const isTask = Array.isArray(classes) && classes.includes('task-list-item');
  const {className: _, ...properties} = item.properties;
  return {...item, properties: isTask ? {...properties, className: ['task']} : properties};
}

/** One element as the page has it. What is said by attributes of old times is said by classes. */
function dress(element: Element): ElementContent {
  switch (element.tagName) {
    case 'table':
      return toTable(element);
    case 'pre':
      return toCode(element);
    case 'a':
      return toLink(element);
    case 'input': {
      const isDone = element.properties['checked'] === true;
      return h('span', {role: 'img', ariaLabel: isDone ? 'done' : 'not done'}, isDone ? '☑' : '☐');
    }
    case 'li':
      return toListItem(element);
    case 'blockquote':
      return element.properties['dataCallout'] === undefined
        ? element
        : h('div', {className: ['caution'], role: 'note'}, element.children);
    case 'strong': {
      const {dataOutcome, ...properties} = element.properties;
      const tone = toneOf(String(dataOutcome ?? ''));
      return tone ? {...element, properties: {...properties, className: ['badge', tone]}} : element;
    }
    case 'ul':
      return {...element, properties: {}};
    default:
      return element;
  }
}

/** The blocks of a document as elements, harmless and in the page's own manner. */
export function toElements(content: DocumentContent): ElementContent[] {
  const tree = toHast(
    {type: 'root', children: marked(content)},
    {clobberPrefix: 'note-', footnoteLabelProperties: {}},
  );
  const safe = sanitize(tree, schema);
  const nodes = safe.type === 'root' ? safe.children : [safe];
  return mapElements(
    nodes.filter((node) => isElement(node)),
    dress,
  );
}
