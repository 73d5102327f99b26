/** One socket on which something listens. */
export interface Listener {
  /** In its shortest form; `0.0.0.0` and `::` are all of them. */
  readonly address: string;
  /** Whose it is: a name, or a number that has none. */
  readonly user?: string | undefined;
  /** Who holds it; empty where that is not seen. */
  readonly holders: readonly Holder[];
  /** Whether a socket of all IPv6 addresses takes IPv4 as well; undefined where it cannot be told. */
  readonly isDual?: boolean | undefined;
}

export interface Holder {
  readonly pid: number;
  readonly program: string;
}

/** All sockets that listen on a port of the host, or why they cannot be told. */
export type Listeners = {readonly listeners: readonly Listener[]} | {readonly hindrance: string};

/** Programs that hold a port for a container: Docker, Podman, Docker Desktop and Lima. */
const proxies: ReadonlySet<string> = new Set([
  'docker-proxy',
  'rootlessport',
  'rootlesskit',
  'slirp4netns',
  'pasta',
  'pasta.avx2',
  'conmon',
  'gvproxy',
  'com.docker.backend',
  'vpnkit',
]);

/** Whether who holds a port only passes on what comes to a container. */
export function isContainerProxy(program: string): boolean {
  return proxies.has(program);
}
