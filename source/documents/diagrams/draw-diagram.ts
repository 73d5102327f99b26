import type {Element, Root} from 'hast';
import {visit} from 'unist-util-visit';
import type {Chart} from './chart.ts';
import {readChart} from './chart-text.ts';
import {drawChart} from './draw-chart.ts';

/** A drawing as SVG elements that name their colours by role: see `diagramRoles`. */
export interface Drawing {
  readonly svg: Element;
  /** Pixels of CSS, which are what the lengths in the drawing count in. */
  readonly width: number;
  readonly height: number;
}

/** What the parts of a drawing are coloured by: `fill="var(--_text)"` and so on. */
export type DiagramRole =
  | '--bg'
  | '--_text'
  | '--_text-sec'
  | '--_text-muted'
  | '--_text-faint'
  | '--_line'
  | '--_arrow'
  | '--_node-fill'
  | '--_node-stroke'
  | '--_group-fill'
  | '--_group-hdr'
  | '--_inner-stroke'
  | '--_key-badge';

/** The colours on paper and on a light screen. */
export const lightDiagram: Readonly<Record<DiagramRole, string>> = {
  '--bg': '#ffffff',
  '--_text': '#1d2733',
  '--_text-sec': '#4a5866',
  '--_text-muted': '#4a5866',
  '--_text-faint': '#667585',
  '--_line': '#667585',
  '--_arrow': '#33414e',
  '--_node-fill': '#f2f6f9',
  '--_node-stroke': '#9fb0be',
  '--_group-fill': '#ffffff',
  '--_group-hdr': '#e6edf2',
  '--_inner-stroke': '#c9d4dc',
  '--_key-badge': '#e6edf2',
};

const tags = new Set(
  'svg g defs marker rect circle ellipse line polyline polygon path text tspan title desc'.split(
    ' ',
  ),
);

/** Everything that places, shapes or colours; nothing that loads, runs or styles by rule. */
const attributes = new Set(
  (
    'x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points d viewBox transform fill stroke ' +
    'strokeWidth strokeDashArray strokeLineCap strokeLineJoin opacity fillOpacity strokeOpacity ' +
    'fontSize fontWeight fontStyle textAnchor dominantBaseline markerWidth markerHeight refX refY ' +
    'orient markerEnd markerStart id'
  ).split(' '),
);

const ownReference = /^url\(#[\w-]+\)$/u;

/**
 * A colour by its role. What a diagram's text says about colours is left out: it cannot know what
 * can be read in the dark and on paper.
 */
function cleanColor(name: string, color: string): string {
  const [, role = ''] = /^var\((--[\w-]+)\)$/u.exec(color) ?? [];
  if (Object.hasOwn(lightDiagram, role) || color === 'none' || color === 'transparent')
    return color;
  return name === 'fill' ? 'var(--_node-fill)' : 'var(--_node-stroke)';
}

function cleanValue(name: string, value: unknown, prefix: string): string | undefined {
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (name === 'fill' || name === 'stroke') return cleanColor(name, text);
  if (name === 'id') return prefix + text;
  if (ownReference.test(text)) return text.replace('#', `#${prefix}`);
  return /[()]/u.test(text) && !/^(?:translate|rotate|scale)\([-\d., ]+\)$/u.test(text)
    ? undefined
    : text;
}

/** Leaves only shapes and text; anchors within the drawing get a prefix, as a page has many. */
function clean(root: Root, prefix: string): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'element' && tags.has(node.tagName)) {
      node.properties = Object.fromEntries(
        Object.entries(node.properties).flatMap(([name, value]) => {
          if (!attributes.has(name)) return [];
          const kept = cleanValue(name, value, prefix);
          return kept === undefined ? [] : [[name, kept]];
        }),
      );
      // Drawn the other way round already, it is not to be turned at the start of a line.
      const isTurned = String(node.properties['id']).startsWith(`${prefix}arrowhead-start`);
      if (isTurned) node.properties['orient'] = 'auto';
    } else if (node.type !== 'text' && node.type !== 'root' && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
}

/** Beyond this a layout takes seconds, and nobody can read it on a page. */
const longestDiagram = 20_000;
const mostLines = 300;

/** The text as a font has it that shows it: what it has no sign for becomes something else. */
export type ShownText = (text: string) => string;

function asShown({groups, nodes, edges}: Chart, shown: ShownText): Chart {
  return {
    groups: groups.map((group) => ({...group, label: shown(group.label)})),
    nodes: nodes.map((node) => ({...node, label: node.label.map(shown)})),
    edges,
  };
}

/**
 * Draws a Mermaid diagram: flow, sequence, state, class, entities or an XY chart. Gives nothing
 * for a kind that cannot be drawn or a text that is no diagram; show it as the text it is.
 *
 * @param prefix put before the anchors within the drawing; different for each on a page.
 */
export async function drawDiagram(
  source: string,
  prefix: string,
  shown: ShownText = (text) => text,
): Promise<Drawing | undefined> {
  if (source.length > longestDiagram || source.split('\n').length > mostLines) return undefined;
  // Our own charts need no library that takes longer to load than all else together.
  const chart = readChart(source);
  if (chart) return drawChart(asShown(chart, shown));
  const [{renderMermaidSVG}, {fromHtml}] = await Promise.all([
    import('beautiful-mermaid'),
    import('hast-util-from-html'),
  ]);
  let drawn: Root;
  try {
    drawn = fromHtml(renderMermaidSVG(source, {padding: 8}), {fragment: true});
  } catch {
    return undefined;
  }
  clean(drawn, prefix);
  const svg = drawn.children.find((node) => node.type === 'element');
  const width = Number(svg?.properties['width']);
  const height = Number(svg?.properties['height']);
  return svg && width > 0 && height > 0 ? {svg, width, height} : undefined;
}

/** The first word of a diagram's text: what it calls itself. */
export function diagramKind(source: string): string {
  return /^\s*([a-z][\w-]{0,30})/iu.exec(source.replaceAll(/^\s*%%.*$/gmu, ''))?.[1] ?? 'unknown';
}
