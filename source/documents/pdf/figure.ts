import type {Element} from 'hast';
import {toHtml} from 'hast-util-to-html';
import type {Code} from 'mdast';
import {visit} from 'unist-util-visit';
import {diagramKind, drawDiagram, lightDiagram} from '../diagrams/draw-diagram.ts';
import {toCodeBox} from './pdf-code.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';
import {colors, contentWidth, textSize} from './look.ts';
import type {PdfNode} from './nodes.ts';

/** Points that a drawing takes at most, and so that two of them share a page. */
const highest = 640;
const halfPage = 330;
/** Pixels of CSS are three quarters of a point; names of half a point for each are still read. */
const [usualScale, leastScale] = [0.75, 0.5];

function scaleOf({width, height}: {readonly width: number; readonly height: number}): number {
  const scale = Math.min(usualScale, contentWidth / width, highest / height);
  const shared = halfPage / height;
  return shared >= leastScale ? Math.min(scale, shared) : scale;
}

function colorOf(value: unknown): unknown {
  const [, role = ''] = /^var\((--[\w-]+)\)$/u.exec(String(value)) ?? [];
  return Object.entries(lightDiagram).find(([name]) => name === role)?.[1] ?? value;
}

/**
 * The drawing library of the PDF does not know markers that turn round at the start of a line, so
 * each gets a turned twin for that end.
 */
function turnMarkers(svg: Element): void {
  const turning = new Set<string>();
  visit(svg, 'element', (defs) => {
    if (defs.tagName !== 'defs') return;
    const twins = defs.children.flatMap((marker): Element[] => {
      if (marker.type !== 'element' || marker.properties['orient'] !== 'auto-start-reverse')
        return [];
      const {id} = marker.properties;
      const [width = 0, height = 0, refX = 0, refY = 0] = [
        'markerWidth',
        'markerHeight',
        'refX',
        'refY',
      ].map((name) => Number(marker.properties[name]));
      marker.properties['orient'] = 'auto';
      turning.add(`url(#${String(id)})`);
      // About its middle, as what leaves the box of a marker is not drawn.
      const turn = {transform: `rotate(180 ${width / 2} ${height / 2})`};
      const shape: Element = {
        type: 'element',
        tagName: 'g',
        properties: turn,
        children: structuredClone(marker.children),
      };
      const properties = {
        ...marker.properties,
        id: `${String(id)}-turned`,
        refX: String(width - refX),
        refY: String(height - refY),
      };
      return [{...marker, properties, children: [shape]}];
    });
    defs.children.push(...twins);
  });
  visit(svg, 'element', ({properties}) => {
    const start = String(properties['markerStart']);
    if (turning.has(start)) properties['markerStart'] = start.replace(/\)$/u, '-turned)');
  });
}

/** Paper knows no variables: each colour is written out. Words get the fonts that have them. */
function flatten(svg: Element, {split}: PdfContext): void {
  visit(svg, 'element', (element) => {
    for (const name of ['fill', 'stroke']) {
      const value = element.properties[name];
      if (value !== undefined) element.properties[name] = String(colorOf(value));
    }
    if (element.tagName !== 'text') return;
    const words = element.children
      .map((child) => (child.type === 'text' ? child.value : ''))
      .join('');
    // One font for each text: what has rare letters has the usual ones too.
    const fonts = split(words, 'Text').map(({font}) => font);
    const rare = fonts.find((font) => font !== 'Text' && font !== 'Signs');
    const family = rare ?? (fonts.includes('Signs') ? 'Signs' : 'Text');
    element.properties['fontFamily'] = family;
    visit(element, 'text', (text) => {
      text.value = split(text.value, family)
        .map(({text}) => text)
        .join('');
    });
  });
}

/** A diagram as a drawing, or its text with a note where it cannot be drawn. */
export async function toPdfFigure(
  {value}: Code,
  prefix: string,
  context: PdfContext,
): Promise<PdfNode> {
  const shown = (text: string) =>
    context
      .split(text, 'Text')
      .map(({text}) => text)
      .join('');
  const drawing = await drawDiagram(value, prefix, shown);
  if (!drawing) {
    const note = `A diagram of the kind "${diagramKind(value)}", which is shown as its text:`;
    const text = textRuns(note, {color: colors.soft, fontSize: textSize}, context);
    return {stack: [{text, margin: [0, 2, 0, 3]}, toCodeBox(value, context)]};
  }
  turnMarkers(drawing.svg);
  flatten(drawing.svg, context);
  const scale = scaleOf(drawing);
  return {
    svg: toHtml(drawing.svg, {space: 'svg', closeEmptyElements: true}),
    width: drawing.width * scale,
    height: drawing.height * scale,
    alignment: 'center',
    margin: [0, 6, 0, 12],
  };
}
