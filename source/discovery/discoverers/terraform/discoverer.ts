import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, runbook} from '../../findings.ts';
import {filesBeside, readBodyOf, readModule} from './module.ts';
import {
  resourceComponents,
  resourceFlows,
  resourceJobs,
  resourceLists,
  type Resource,
} from './resource-rows.ts';
import {moduleSettings, namedValues, providerSettings} from './setting-list.ts';
import {stateFindings} from './state.ts';

const ownFile = /\.(?:tf|tfvars|tfstate)$/;

/** Terraform: what its files describe, and what its state says is there. */
export const terraform: Discoverer = {
  name: 'terraform',
  looksAt: 'Terraform files with their lock file and values, and state that lies in the folder',
  wants: (file) => ownFile.test(file) || path.posix.basename(file) === '.terraform.lock.hcl',
  isLocal: (file) => /\.(?:tfvars|tfstate)$/.test(file),
  async discover(file, folder) {
    if (file.endsWith('.tfstate')) return stateFindings(file, folder);
    const [first] = filesBeside(file, folder, /\.tf$/);
    if (
      file.endsWith('.tfvars') &&
      (first === undefined || !/(?:^|\/)terraform\.tfvars$|\.auto\.tfvars$/.test(file))
    ) {
      const body = await readBodyOf(file, folder);
      return body ? namedValues(file, body) : [];
    }
    if (first !== file) return [];
    const module = await readModule(file, folder);
    const [lockFile] = filesBeside(file, folder, /\.terraform\.lock\.hcl$/);
    const lock = lockFile === undefined ? undefined : await readBodyOf(lockFile, folder);
    const resources = module.blocks
      .filter(({type}) => type === 'resource')
      .map(({labels: [type = '', name = ''], attributes, line, file: own}): Resource => ({
        type,
        name,
        dir: module.dir,
        source: at(own, line),
        value: (attribute) => module.text(attributes.get(attribute)),
      }));
    const isApplied =
      /^[\w./-]+$/.test(module.dir) &&
      module.blocks.some(
        ({type, blocks}) => type === 'provider' || blocks.some((one) => one.type === 'backend'),
      );
    return [
      ...resourceComponents(resources),
      ...resourceLists(resources, module.dir === '.' ? '*.tf' : `${module.dir}/*.tf`),
      ...resourceFlows(module),
      ...resourceJobs(module),
      ...providerSettings(module, lock),
      ...moduleSettings(module),
      ...(isApplied
        ? [
            runbook(
              {
                name: `See what Terraform would change${module.dir === '.' ? '' : ` in ${module.dir}`}`,
                commands: `terraform -chdir=${module.dir} plan -input=false -lock=false`,
                effect: 'safe',
              },
              at(file),
            ),
          ]
        : []),
    ];
  },
};
