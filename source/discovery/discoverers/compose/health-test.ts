import type {Folder} from '../../discoverer-entry.ts';
import {chainOf, readStages} from '../../formats/dockerfile.ts';
import {below, isList, listOf, type YamlNode} from '../../yaml/yaml-node.ts';
import type {Service} from './compose-service.ts';
import type {Project} from './project.ts';

/** The command of a health check as Docker starts it, in the container. */
function testOf(node: YamlNode | undefined, {text}: Project): readonly string[] | undefined {
  const test = below(node, 'test');
  if (!test) return undefined;
  if (!isList(test)) {
    const line = text(test)?.text;
    return line === undefined ? undefined : ['sh', '-c', line];
  }
  const [how, ...words] = listOf(test).map((one) => text(one)?.text ?? '');
  if (how === 'CMD') return words;
  return how === 'CMD-SHELL' ? ['sh', '-c', words.join(' ')] : undefined;
}

/** `HEALTHCHECK --interval=30s CMD curl -f http://localhost/`, its command as a list or as a line. */
function inDockerfile(text: string): readonly string[] | undefined {
  const command = /^(?:--\S+\s+)*CMD\s+(?<command>\S.*)$/is.exec(text)?.groups?.['command'];
  if (command === undefined) return undefined;
  if (!command.startsWith('[')) return ['sh', '-c', command];
  const words = [...command.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word);
  return words.length === 0 ? undefined : words;
}

/** The health check that an image is built with, where the service has none of its own. */
async function ofImage({build}: Service, folder: Folder): Promise<Service['health']> {
  if (!build || !(await folder.has(build.dockerfile))) return undefined;
  const stages = readStages((await folder.read(build.dockerfile)) ?? '');
  const final =
    stages.find(({name}) => name !== undefined && name === build.target) ?? stages.at(-1);
  if (!final) return undefined;
  for (const {instructions} of chainOf(final, stages)) {
    const found = instructions.findLast(({word}) => word === 'HEALTHCHECK');
    const words = found && inDockerfile(found.text);
    if (found) return words && {words, file: build.dockerfile, line: found.line};
  }
  return undefined;
}

/** A service with the test that tells whether it is healthy: its own, or that of its image. */
export async function withHealth(
  service: Service,
  project: Project,
  folder: Folder,
): Promise<Service> {
  const node = below(service.node, 'healthcheck');
  const words = testOf(node, project);
  const own =
    node && words && words.length > 0 ? {words, file: node.file, line: node.line} : undefined;
  const isOff = node !== undefined && own === undefined;
  const health = own ?? (isOff ? undefined : await ofImage(service, folder));
  return health ? {...service, health} : service;
}
