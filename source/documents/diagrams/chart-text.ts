import type {Chart, ChartEdge, ChartGroup, ChartNode} from './chart.ts';

/**
 * What is markup in a label of Mermaid goes by its number, as `#35;`. Everything else stands as it
 * is: letters of every script, the marks and joiners on them, emoji.
 */
function escapeLabel(text: string): string {
  return text.replaceAll(/["#&;<>\\`{}|[\]]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

function unescapeLabel(text: string): string {
  return text.replaceAll(/#(\d{1,7});/gu, (sign, number: string) =>
    Number(number) <= 0x10_ff_ff ? String.fromCodePoint(Number(number)) : sign,
  );
}

function nodeText({id, label, isOutside}: ChartNode): string {
  const text = `"${label.map(escapeLabel).join('<br/>')}"`;
  return isOutside ? `${id}([${text}])` : `${id}[${text}]`;
}

/** A chart as a Mermaid flow chart from the top down. */
export function writeChart({groups, nodes, edges}: Chart): string {
  const inGroups = groups.flatMap(({id, label}) => [
    `  subgraph ${id}["${escapeLabel(label)}"]`,
    ...nodes.filter(({group}) => group === id).map((node) => `    ${nodeText(node)}`),
    '  end',
  ]);
  return [
    'flowchart TD',
    ...inGroups,
    ...nodes.filter(({group}) => group === undefined).map((node) => `  ${nodeText(node)}`),
    ...edges.map(({from, to}) => `  ${from} --> ${to}`),
  ].join('\n');
}

const groupLine = /^subgraph (\w+)\["([^"]*)"\]$/u;
const nodeLine = /^(\w+)(\(\[|\[)"([^"]*)"(\]\)|\])$/u;
const edgeLine = /^(\w+) --> (\w+)$/u;

/**
 * Reads what `writeChart` writes. Gives nothing for any other text: Mermaid has many more words, and
 * to draw the half of a diagram is worse than to leave it to who knows them all.
 */
export function readChart(text: string): Chart | undefined {
  const [head, ...lines] = text.split('\n').map((line) => line.trim());
  if (head !== 'flowchart TD') return undefined;
  const groups: ChartGroup[] = [];
  const nodes: ChartNode[] = [];
  const edges: ChartEdge[] = [];
  let group: string | undefined;
  for (const line of lines) {
    const [, groupId, title] = groupLine.exec(line) ?? [];
    const [, id, open, label = '', close] = nodeLine.exec(line) ?? [];
    const [, from, to] = edgeLine.exec(line) ?? [];
    if (groupId !== undefined && title !== undefined && group === undefined) {
      group = groupId;
      groups.push({id: groupId, label: unescapeLabel(title)});
    } else if (line === 'end' && group !== undefined) group = undefined;
    else if (id !== undefined && (open === '[') === (close === ']')) {
      const words = label.split('<br/>').map(unescapeLabel);
      nodes.push({id, label: words, group, isOutside: open !== '['});
    } else if (from !== undefined && to !== undefined) edges.push({from, to});
    else if (line !== '') return undefined;
  }
  const known = new Set(nodes.map(({id}) => id));
  const isWhole = edges.every(({from, to}) => known.has(from) && known.has(to));
  const isPlain = known.size === nodes.length && groups.every(({id}) => !known.has(id));
  return nodes.length > 0 && isWhole && isPlain && group === undefined
    ? {groups, nodes, edges}
    : undefined;
}
