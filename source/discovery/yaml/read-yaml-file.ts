import type {Folder} from '../discoverer-entry.ts';
import {readYaml} from './read-yaml.ts';
import type {YamlNode} from './yaml-node.ts';

/** The documents of a YAML file; what is wrong in it is told with its line. */
export async function readYamlFile(folder: Folder, file: string): Promise<readonly YamlNode[]> {
  const text = await folder.read(file);
  if (text === undefined) return [];
  const {documents, problems} = readYaml(text, file);
  for (const problem of problems) folder.tell({file, ...problem});
  return documents;
}
