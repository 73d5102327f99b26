import {execFileSync} from 'node:child_process';

/** Starts what follows where no network is but the loopback of its own. */
const alone = ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const;

function canBeAlone(): boolean {
  const [program, ...args] = alone;
  try {
    execFileSync(program, [...args, 'true'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}

/** Words before a command that take its network away, where this system can; else none. */
export const withoutNetwork: readonly string[] = canBeAlone() ? alone : [];

/** Addresses at which nobody answers, for whatever asks in spite of all. */
export const deadNetwork: Readonly<Record<string, string>> = Object.fromEntries(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'npm_config_registry'].map((name) => [
    name,
    'http://127.0.0.1:9/',
  ]),
);
