import path from 'node:path';
import * as z from 'zod';
import type {Finding} from '../../discovered.ts';
import type {Folder} from '../../discoverer-entry.ts';
import {setting} from '../../findings.ts';
import {resourceComponents, resourceLists, type Resource} from './resource-rows.ts';

const instance = z.looseObject({
  attributes: z.record(z.string(), z.unknown()).nullish(),
  sensitive_attributes: z.unknown().optional(),
});

/** State of version 4, as Terraform 0.12 and later write it. */
const state = z.looseObject({
  version: z.literal(4),
  terraform_version: z.string().optional(),
  outputs: z
    .record(z.string(), z.looseObject({value: z.unknown(), sensitive: z.boolean().optional()}))
    .default({}),
  resources: z
    .array(
      z.looseObject({
        mode: z.string().default('managed'),
        type: z.string(),
        name: z.string(),
        module: z.string().optional(),
        instances: z.array(instance).default([]),
      }),
    )
    .default([]),
});

/** What a state says; a value that it marks as sensitive is never read. */
export async function stateFindings(file: string, folder: Folder): Promise<Finding[]> {
  const text = await folder.read(file);
  if (text === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    folder.tell({file, message: 'This is no JSON.'});
    return [];
  }
  const parsed = state.safeParse(json);
  if (!parsed.success) {
    folder.tell({file, message: 'This is no state of Terraform in version 4.'});
    return [];
  }
  const {resources, outputs, terraform_version: version} = parsed.data;
  const dir = path.posix.dirname(file);
  const found = resources
    .filter(({mode}) => mode === 'managed')
    .map(({type, name, module, instances}): Resource => {
      const [first] = instances;
      const sensitive = JSON.stringify(first?.sensitive_attributes ?? '');
      return {
        type,
        name: module === undefined ? name : `${name} of ${module}`,
        dir,
        source: file,
        value(attribute) {
          const value = first?.attributes?.[attribute];
          return typeof value === 'string' && !sensitive.includes(JSON.stringify(attribute))
            ? value
            : undefined;
        },
      };
    });
  const owner = dir === '.' ? {} : {owner: dir};
  const told = Object.entries(outputs).map(([name, {value, sensitive}]) => {
    const isShown = sensitive !== true && typeof value === 'string';
    const said = isShown ? value : undefined;
    return setting({name: `Terraform output ${name}`, value: said, place: file, ...owner}, file);
  });
  return [
    ...resourceComponents(found),
    ...resourceLists(found, file),
    ...told,
    ...(version === undefined
      ? []
      : [setting({name: 'Terraform', value: version, place: file, ...owner}, file)]),
  ];
}
