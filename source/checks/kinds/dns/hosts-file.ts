import {readFile} from 'node:fs/promises';

/** The addresses that this machine's own list has for a name. @see hosts(5) */
export async function hostsAddresses(name: string): Promise<readonly string[]> {
  const text = await readFile('/etc/hosts', 'utf8').catch(() => '');
  const wanted = name.replace(/\.$/, '').toLowerCase();
  const addresses = text.split('\n').flatMap((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    return names.some((one) => one.toLowerCase() === wanted) ? [address] : [];
  });
  return [...new Set(addresses)];
}
