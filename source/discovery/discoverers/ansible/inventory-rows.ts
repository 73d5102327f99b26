import type {Finding} from '../../discovered.ts';
import {at, row, runbook, setting} from '../../findings.ts';
import {hostsOf, type Host, type Inventory} from './inventory.ts';

/** What says where a host is and how it is reached; other variables are told by name. */
const shown =
  /^ansible_(?:(?:ssh_)?(?:host|port|user)|connection|python_interpreter)$|^(?:ansible_)?ssh_private_key_file$/;

function addressOf({name, variables}: Host): string {
  const address = variables.get('ansible_host') ?? variables.get('ansible_ssh_host');
  return address === undefined || address.includes('{{') ? name : `${name} (${address})`;
}

function accessRows({file, hosts}: Inventory): Finding[] {
  return [...hosts].flatMap(([group, all]) =>
    all.flatMap(({name, variables, line}) => {
      const user = variables.get('ansible_user') ?? variables.get('ansible_ssh_user');
      if (user === undefined || user.includes('{{') || name === '') return [];
      const key =
        variables.get('ansible_ssh_private_key_file') ?? variables.get('ssh_private_key_file');
      const fields = {
        name: `${user} on ${group}`,
        use: `ssh to ${group}, as Ansible does`,
        secret: key,
      };
      return [row('access', `ssh ${user} ${group}`, fields, at(file, line))];
    }),
  );
}

/** Groups with their hosts, accounts, and the names of what is set for them. */
export function inventoryRows(inventory: Inventory): Finding[] {
  const {file, hosts, children, lines} = inventory;
  const groups = [...new Set([...hosts.keys(), ...children.keys()])].filter((one) => one !== 'all');
  const lists = groups.flatMap((group) => {
    const named = new Map([...hosts.values()].flat().map((host) => [host.name, addressOf(host)]));
    const all = hostsOf(group, inventory).map((name) => named.get(name) ?? name);
    if (all.length === 0) return [];
    const found = {name: `hosts of ${group}`, value: all.join(', '), place: file, owner: 'Ansible'};
    return [setting(found, at(file, lines.get(group)))];
  });
  const variables = [...hosts.values()]
    .flat()
    .flatMap(({name, variables: own, line}) =>
      [...own.keys()]
        .filter((key) => !shown.test(key))
        .map((key) =>
          setting({name: key, value: undefined, place: file, owner: name}, at(file, line)),
        ),
    );
  const isPlain = /^[\w./-]+$/.test(file) && hostsOf('all', inventory).length > 0;
  const looks = isPlain
    ? [
        runbook(
          {
            name: `See which hosts of ${file} answer`,
            commands: `ansible -i ${file} all -m ping`,
            effect: 'safe',
          },
          at(file),
        ),
      ]
    : [];
  return [...lists, ...accessRows(inventory), ...variables, ...looks];
}
