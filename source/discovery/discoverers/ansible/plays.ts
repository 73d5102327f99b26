import path from 'node:path';
import {unknown, type Finding} from '../../discovered.ts';
import type {Folder} from '../../discoverer-entry.ts';
import {at, row, runbook} from '../../findings.ts';
import {knownProduct, productMark} from '../../formats/known-products.ts';
import {readYamlFile} from '../../yaml/read-yaml-file.ts';
import {below, isList, listOf, mapOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {cronTasks, serviceTasks, tasksIn} from './tasks.ts';

interface Part {
  readonly role?: string;
  readonly tasks: readonly YamlNode[];
  readonly version?: string;
  readonly node: YamlNode;
}

/** A version that a role's defaults set, where they set one only. */
async function versionIn(file: string, folder: Folder): Promise<string | undefined> {
  if (!(await folder.has(file))) return undefined;
  const [root] = await readYamlFile(folder, file);
  const found = [...mapOf(root)].flatMap(([name, value]) => {
    const text = textOf(value) ?? '';
    return /(?:^|_)version$/.test(name) && /^v?\d[\w.+-]*$/.test(text) ? [text] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

async function rolePart(role: string, node: YamlNode, file: string, folder: Folder): Promise<Part> {
  const dir = path.posix.dirname(file);
  const places = [dir, path.posix.dirname(dir)].map((one) => path.posix.join(one, 'roles', role));
  const home = places.find((one) => folder.files.some((other) => other.startsWith(`${one}/`)));
  if (home === undefined) return {role, tasks: [], node};
  const files = folder.files.filter(
    (one) => path.posix.dirname(one) === `${home}/tasks` && /\.ya?ml$/.test(one),
  );
  const documents = await Promise.all(files.map(async (one) => readYamlFile(folder, one)));
  const version = await versionIn(`${home}/defaults/main.yml`, folder);
  const tasks = documents.flat().flatMap((one) => tasksIn(one));
  return {role, tasks, node, ...(version === undefined ? {} : {version})};
}

function componentsOf({role, tasks, version, node}: Part, hosts: string): Finding[] {
  const of = role === undefined ? '' : `, by role ${role}`;
  const make = (name: string, place: string, near: YamlNode) => {
    const product = knownProduct(name.replace(/(?:d|-server)$/, '')) ?? knownProduct(name);
    const fields = {
      name,
      version: version ?? unknown,
      place,
      purpose: product && `${product.name}, ${product.role}`,
    };
    const marks = [`service:${name}`, ...(product ? [productMark(product)] : [])];
    return row('components', name, fields, at(near.file, near.line), {is: marks});
  };
  const services = serviceTasks(tasks);
  if (services.length > 0)
    return services.map((one) => make(one.name, `service on hosts of ${hosts}${of}`, one.node));
  // A role that starts nothing may still be all that is known of what is installed.
  return role === undefined || /^(?:common|base|bootstrap)$/.test(role)
    ? []
    : [make(role, `role on hosts of ${hosts}`, node)];
}

function jobsOf({tasks}: Part, hosts: string): Finding[] {
  return cronTasks(tasks).map(({name, rhythm, node}) =>
    row(
      'maintenance',
      `ansible ${name} on ${hosts}`,
      {name: `${name}, on hosts of ${hosts}`, rhythm},
      at(node.file, node.line),
    ),
  );
}

function roleName(node: YamlNode): string | undefined {
  return textOf(node) ?? textAt(node, 'role') ?? textAt(node, 'name');
}

/** What the plays of a playbook put on which hosts. */
export async function playFindings(file: string, folder: Folder): Promise<Finding[]> {
  const [root] = await readYamlFile(folder, file);
  if (!isList(root)) return [];
  const found: Finding[] = [];
  for (const play of listOf(root)) {
    const hosts = textAt(play, 'hosts') ?? listOf(below(play, 'hosts')).map(textOf).join(', ');
    if (hosts === '' || hosts.includes('{{')) continue;
    const parts: Part[] = [
      {
        tasks: ['pre_tasks', 'tasks', 'post_tasks'].flatMap((key) => tasksIn(below(play, key))),
        node: play,
      },
    ];
    for (const node of listOf(below(play, 'roles'))) {
      const role = roleName(node);
      if (role !== undefined && /^[\w.-]+$/.test(role))
        parts.push(await rolePart(role, node, file, folder));
    }
    found.push(...parts.flatMap((part) => [...componentsOf(part, hosts), ...jobsOf(part, hosts)]));
  }
  const isMain = /^(?:site|main|deploy|playbook)\.ya?ml$/.test(path.posix.basename(file));
  if (
    isMain &&
    /^[\w./-]+$/.test(file) &&
    listOf(root).some(
      (one) => textAt(one, 'hosts') ?? textAt(one, 'import_playbook') ?? textAt(one, 'include'),
    )
  )
    found.push(
      runbook(
        {name: `Apply ${file}`, commands: `ansible-playbook ${file}`, effect: 'changes'},
        at(file),
      ),
    );
  return found;
}
