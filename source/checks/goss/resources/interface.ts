import {access, readFile} from 'node:fs/promises';
import {networkInterfaces} from 'node:os';
import {NotSupported} from '../matchers/matcher.ts';
import {goInt, goStrings} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

/** `interface`: a network interface of this machine. */
export const lookAtInterface: Look = async ({name}) => {
  const folder = `/sys/class/net/${name}`;
  const own = () => networkInterfaces()[name];
  const isThere = async () =>
    own() !== undefined ||
    (!name.includes('/') &&
      (await access(folder).then(
        () => true,
        () => false,
      )));
  return {
    attributes: {
      exists: isThere,
      addrs: async () => {
        if (!(await isThere())) {
          throw new LookError('there is no such interface');
        }
        return goStrings((own() ?? []).flatMap(({cidr}) => cidr ?? []));
      },
      mtu: async () => {
        try {
          return goInt(Number(await readFile(`${folder}/mtu`, 'utf8')));
        } catch {
          throw new NotSupported(
            `the MTU of ${name} cannot be read in /sys; ask with "ip link" in a command`,
          );
        }
      },
    },
  };
};
