import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, setting} from '../../findings.ts';
import {readYaml} from '../../yaml/read-yaml.ts';
import {mapOf} from '../../yaml/yaml-node.ts';
import {readInventory} from './inventory.ts';
import {inventoryRows} from './inventory-rows.ts';
import {playFindings} from './plays.ts';

const variableFile = /(?:^|\/)(?:group_vars|host_vars)\/.+/;
const inventoryFile =
  /(?:^|\/)(?:(?:hosts|inventory|production|staging)(?:\.(?:ini|ya?ml))?|inventor(?:y|ies)\/(?:[\w-]+\/)?[\w-]+(?:\.(?:ini|ya?ml))?)$/;
const playbookFile = /\.ya?ml$/;
const ofRole = /(?:^|\/)(?:tasks|handlers|defaults|vars|meta|templates|files|molecule)\//;

/** What is set for groups and hosts, by name; values are mostly secrets or of no use alone. */
async function variableNames(file: string, folder: Folder): Promise<Finding[]> {
  const text = (await folder.read(file)) ?? '';
  if (text.startsWith('$ANSIBLE_VAULT')) {
    folder.leave(file, 'it is encrypted by ansible-vault');
    return [];
  }
  const {documents, problems} = readYaml(text, file);
  for (const problem of problems) folder.tell({file, ...problem});
  return documents.flatMap((root) =>
    [...mapOf(root)].map(([name, node]) =>
      setting(
        {
          name,
          value: undefined,
          place: file,
          owner: path.posix.basename(file).replace(/\.ya?ml$/, ''),
        },
        at(file, node.line),
      ),
    ),
  );
}

/** Ansible: hosts by group, what playbooks put on them, and the names of what is set. */
export const ansible: Discoverer = {
  name: 'ansible',
  looksAt: 'Ansible inventories, playbooks with their roles, and the names of variables',
  wants: (file) =>
    (playbookFile.test(file) || inventoryFile.test(file) || variableFile.test(file)) &&
    !/(?:^|\/)\./.test(file),
  async discover(file, folder) {
    if (variableFile.test(file)) return variableNames(file, folder);
    if (inventoryFile.test(file)) {
      const text = await folder.read(file);
      if (/\.ya?ml$/.test(file) && !/^\s+(?:hosts|children)\s*:/m.test(text ?? '')) return [];
      const inventory = await readInventory(file, folder);
      return inventory ? inventoryRows(inventory) : [];
    }
    if (ofRole.test(file)) return [];
    const text = await folder.read(file);
    const isPlaybook = /^\s*(?:-\s+)?(?:hosts|(?:ansible\.builtin\.)?import_playbook)\s*:/m.test(
      text ?? '',
    );
    return isPlaybook && /^-\s/m.test(text ?? '') ? playFindings(file, folder) : [];
  },
};
