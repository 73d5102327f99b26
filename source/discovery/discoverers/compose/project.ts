import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';
import {expand, type Expanded, type Variables} from '../../formats/expand.ts';
import {mapOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {startedWith} from './started-with.ts';
import {createLoader, pathFrom, readVariables} from './load-files.ts';

/** In the order in which Docker Compose looks for them. */
const bases = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const overrides = [
  'compose.override.yaml',
  'compose.override.yml',
  'docker-compose.override.yaml',
  'docker-compose.override.yml',
];

/** Files that are started by their name, by who works on the system. */
const ofWork =
  /[._-](?:dev|devel|development|local|tests?|testing|ci|e2e|debug|bench(?:mark)?)[._-]/i;

/** The files that one start brings up, as one. */
export interface Project {
  /** From the top of the folder that is looked at; empty for the top itself. */
  readonly folder: string;
  /** What `docker compose` is started with besides. */
  readonly files: readonly string[];
  readonly root: YamlNode;
  readonly profiles: ReadonlySet<string>;
  /** A text with the variables that are set; nothing where there is none. */
  readonly text: (node: YamlNode | undefined) => Expanded | undefined;
}

export type Choice =
  | {readonly files: readonly string[]; readonly variables: Variables}
  | {readonly why: string};

function folderOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === '.' ? '' : `${folder}/`;
}

/** What a start without options brings up in the folder of a file, or why this file is not the first of it. */
export async function chooseFiles(file: string, folder: Folder): Promise<Choice | undefined> {
  const here = folderOf(file);
  const variables = await readVariables(folder, `${here}.env`);
  const named = variables.get('COMPOSE_FILE')?.value;
  const separator = variables.get('COMPOSE_PATH_SEPARATOR')?.value || ':';
  const present = new Set(folder.files);
  const first = (names: readonly string[]) =>
    names.map((name) => here + name).find((one) => present.has(one));
  const base = first(bases);
  const usual = [base, base === undefined ? undefined : first(overrides)].flatMap(
    (one) => one ?? [],
  );
  const files = named ? named.split(separator).map((one) => pathFrom(file, one)) : usual;
  if (files[0] === file) return {files, variables};
  if (files.includes(file)) return undefined;
  const started = ofWork.test(file) ? undefined : await startedWith(file, folder);
  if (started !== undefined) return {files: started, variables};
  if (files.length > 0)
    return {why: `${files.join(' and ')} ${files.length === 1 ? 'does' : 'do'} not load it`};
  if (overrides.includes(path.posix.basename(file)))
    return {why: 'it overrides a file that is not beside it'};
  if (ofWork.test(file)) return {why: 'it is one to develop or to test with'};
  return {files: [file], variables};
}

export async function loadProject(
  files: readonly string[],
  set: Variables,
  folder: Folder,
): Promise<Project | undefined> {
  const {root, variables} = await createLoader(folder)(files, set);
  if (!root || mapOf(mapOf(root).get('services')).size === 0) return undefined;
  const [first = ''] = files;
  const isUsual = bases.includes(path.posix.basename(first));
  return {
    folder: folderOf(first).replace(/\/$/, ''),
    files: isUsual || set.has('COMPOSE_FILE') ? [] : files.map((file) => path.posix.basename(file)),
    root,
    profiles: new Set(set.get('COMPOSE_PROFILES')?.value.split(',')),
    text(node) {
      const raw = textOf(node);
      return raw === undefined || !node ? undefined : expand(raw, variables.get(node.file) ?? set);
    },
  };
}

/** What a project is called where it says so. */
export function projectName({root, text}: Project): string | undefined {
  return textAt(root, 'name') === undefined ? undefined : text(mapOf(root).get('name'))?.text;
}
