import type {Finding} from '../../discovered.ts';
import type {Folder} from '../../discoverer-entry.ts';
import {at, setting} from '../../findings.ts';
import {builtName, chainOf, readStages} from '../../formats/dockerfile.ts';
import type {Variable} from '../../formats/expand.ts';
import {below, mapOf} from '../../yaml/yaml-node.ts';
import {asMap} from './merge.ts';
import type {Service} from './compose-service.ts';
import type {Project} from './project.ts';

async function ofService(
  {node, build}: Service,
  {text}: Project,
  folder: Folder,
): Promise<Finding[]> {
  const args = asMap(below(node, 'build', 'args'));
  if (!build || !args || !(await folder.has(build.dockerfile))) return [];
  const given = new Map<string, Variable>(
    [...mapOf(args)].flatMap(([name, value]) => {
      const said = text(value)?.text;
      return said === undefined ? [] : [[name, {value: said, isHidden: false}] as const];
    }),
  );
  const file = (await folder.read(build.dockerfile)) ?? '';
  const fromOf = (set?: ReadonlyMap<string, Variable>) => {
    const stages = readStages(file, set);
    const final = stages.find(({name}) => name !== undefined && name === build.target);
    const last = final ?? stages.at(-1);
    return last && chainOf(last, stages).at(-1)?.from;
  };
  const value = fromOf(given);
  const usual = fromOf();
  if (value === undefined || value === usual || value.includes('$')) return [];
  const owner = builtName(build.dockerfile, folder.path);
  return [
    setting({name: 'base image', value, place: args.file, usual, owner}, at(args.file, args.line)),
  ];
}

/** Base images that build arguments choose: what the Dockerfile says is then only what is usual. */
export async function builtOnRows(
  services: readonly Service[],
  project: Project,
  folder: Folder,
): Promise<Finding[]> {
  const found = services.map(async (service) => ofService(service, project, folder));
  return (await Promise.all(found)).flat();
}
