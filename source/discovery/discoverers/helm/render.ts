import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {callProgram} from '../../../programs/call-program.ts';
import {readYaml} from '../../yaml/read-yaml.ts';
import type {YamlNode} from '../../yaml/yaml-node.ts';

export type Rendered = {readonly documents: readonly YamlNode[]} | {readonly why: string};

/** Milliseconds: a chart that takes longer asks for something that is not here. */
const patience = 30_000;

/**
 * What `helm template` makes of a chart. Helm fills in text and asks no cluster; it starts nothing that
 * the chart brings.
 */
export async function renderChart(root: string, dir: string, release: string): Promise<Rendered> {
  const place = path.join(root, dir);
  // Helm would follow them out of the folder.
  const entries = await readdir(place, {recursive: true, withFileTypes: true});
  if (entries.some((entry) => entry.isSymbolicLink())) return {why: 'there are links in the chart'};
  const answer = await callProgram({command: ['helm', 'template', release, place], patience});
  if (answer.type === 'not-started') return {why: 'helm is not here'};
  if (!answer.isGood) {
    const said = answer.stderr.split('\n').find((line) => line.startsWith('Error'));
    return {why: `helm said: ${said?.replaceAll(root, '.') ?? 'nothing in time'}`};
  }
  const file = dir === '.' ? 'the chart, as helm renders it' : `${dir}, as helm renders it`;
  return {documents: readYaml(answer.stdout, file).documents};
}
