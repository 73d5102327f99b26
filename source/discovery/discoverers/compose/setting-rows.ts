import type {Finding} from '../../discovered.ts';
import type {Folder} from '../../discoverer-entry.ts';
import {at, setting} from '../../findings.ts';
import {readEnvFile} from '../../formats/env-file.ts';
import {isMap, listOf, mapOf, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {pathFrom} from './load-files.ts';
import {asMap} from './merge.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

function environmentSettings({name: owner, node}: Service, {text}: Project): Finding[] {
  return [...mapOf(asMap(mapOf(node).get('environment')))].map(([name, value]) => {
    const said = text(value);
    const isShown = said !== undefined && !said.isHidden;
    const place = said?.isHidden === true ? '.env' : said ? value.file : 'the shell that starts it';
    return setting(
      {name, value: isShown ? said.text : undefined, place, usual: said?.usual, owner},
      at(value.file, value.line),
    );
  });
}

function filesOf(node: YamlNode, {text}: Project): {file: string; node: YamlNode}[] {
  const found = mapOf(node).get('env_file');
  const entries = textOf(found) === undefined || !found ? listOf(found) : [found];
  return entries.flatMap((entry) => {
    const path = isMap(entry) ? mapOf(entry).get('path') : entry;
    const file = text(path)?.text;
    return file === undefined ? [] : [{file: pathFrom(entry.file, file), node: entry}];
  });
}

/** The names in the files that a service takes its environment from; never their values. */
async function fileSettings(
  service: Service,
  project: Project,
  folder: Folder,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const {file, node} of filesOf(service.node, project)) {
    const text = await folder.read(file);
    if (text === undefined && !(await folder.has(file)))
      folder.tell({
        file: node.file,
        line: node.line,
        message: `Its env file ${file} is not there.`,
      });
    const owner = file === '.env' ? {} : {owner: file};
    for (const {name, line} of readEnvFile(text ?? '').entries)
      found.push(setting({name, value: undefined, place: file, ...owner}, at(file, line)));
  }
  return found;
}

/** How the services are set: what stands in their environment, and the names in their env files. */
export async function settingRows(
  services: readonly Service[],
  project: Project,
  folder: Folder,
): Promise<Finding[]> {
  const own = services.flatMap((service) => environmentSettings(service, project));
  const files = services.map(async (service) => fileSettings(service, project, folder));
  return [...own, ...(await Promise.all(files)).flat()];
}
