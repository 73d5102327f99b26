import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import type {Code} from 'mdast';
import {diagramKind, drawDiagram} from '../diagrams/draw-diagram.ts';
import {toElements} from './html-body.ts';
import {textOf} from './elements.ts';

function shown(source: string): Element {
  return h('pre', {tabIndex: 0, role: 'group', ariaLabel: 'Diagram as text'}, [h('code', source)]);
}

/** What a diagram says in words, or the text that it is made of, folded. */
function folded({value, data}: Code): Element {
  const told = data?.told;
  const words = told && toElements({title: '', blocks: told.blocks, anchors: new Map()});
  return h('details', {className: ['text-of']}, [
    h('summary', told?.title ?? 'Diagram as text'),
    ...(words ?? [shown(value)]),
  ]);
}

/** A diagram drawn, with its text folded below it; one that cannot be drawn is shown as text. */
export async function toFigure(block: Code, prefix: string): Promise<Element> {
  const {value} = block;
  const drawing = await drawDiagram(value, prefix);
  if (!drawing)
    return h('figure', [
      h(
        'figcaption',
        {className: ['note']},
        `A diagram of the kind "${diagramKind(value)}", which is shown as its text:`,
      ),
      shown(value),
    ]);
  const {svg} = drawing;
  const words = labels(svg);
  const label = words === '' ? 'Diagram' : `Diagram: ${words}`;
  const properties = {...svg.properties, role: 'img', ariaLabel: label};
  return h('figure', {className: ['diagram'], tabIndex: 0}, [
    {...svg, properties},
    h('figcaption', [folded(block)]),
  ]);
}

/** The words in a drawing, for those who do not see it; its text below says the rest. */
function labels(svg: Element): string {
  const texts = (node: ElementContent): string[] =>
    node.type === 'element' && node.tagName !== 'text'
      ? node.children.flatMap(texts)
      : [textOf(node).trim()];
  return [...new Set(texts(svg))]
    .filter((text) => text !== '')
    .join(', ')
    .slice(0, 300);
}
