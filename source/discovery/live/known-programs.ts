import {knownProduct, type Product} from '../formats/known-products.ts';

export interface KnownProgram {
  readonly product?: Product | undefined;
  /** What it is called where it runs what somebody else wrote: Node.js. */
  readonly runtime?: string;
  /** How it is asked for its version; it prints that and ends. */
  readonly version: readonly string[];
  /** Whether it speaks HTTP on its ports. */
  readonly isWeb?: boolean;
}

const products: Readonly<
  Record<string, readonly [product: string, version: string, isWeb?: boolean]>
> = {
  nginx: ['nginx', '-V', true],
  haproxy: ['haproxy', '-v', true],
  caddy: ['caddy', 'version', true],
  apache2: ['httpd', '-v', true],
  httpd: ['httpd', '-v', true],
  traefik: ['traefik', 'version', true],
  postgres: ['postgres', '--version'],
  mysqld: ['mysql', '--version'],
  mariadbd: ['mariadb', '--version'],
  mongod: ['mongo', '--version'],
  clickhouse: ['clickhouse', '--version'],
  etcd: ['etcd', '--version'],
  'redis-server': ['redis', '--version'],
  'valkey-server': ['valkey', '--version'],
  memcached: ['memcached', '-V'],
  pgbouncer: ['pgbouncer', '--version'],
  'nats-server': ['nats', '--version'],
  mosquitto: ['eclipse-mosquitto', '-h'],
  minio: ['minio', '--version', true],
  prometheus: ['prometheus', '--version', true],
  alertmanager: ['alertmanager', '--version', true],
  grafana: ['grafana', '-v', true],
  'grafana-server': ['grafana', '-v', true],
  node_exporter: ['node-exporter', '--version', true],
  loki: ['loki', '--version', true],
  vault: ['vault', 'version'],
};

const runtimes: readonly (readonly [program: RegExp, name: string, version: string])[] = [
  [/^node(?:js)?$/, 'Node.js', '--version'],
  [/^python[\d.]*$/, 'Python', '--version'],
  [/^ruby[\d.]*$/, 'Ruby', '--version'],
  [/^java$/, 'Java', '-version'],
  [/^php[\d.]*$/, 'PHP', '--version'],
  [/^perl$/, 'Perl', '--version'],
  [/^deno$/, 'Deno', '--version'],
  [/^bun$/, 'Bun', '--version'],
];

/** A program that is known well enough to be asked; any other one is never started. */
export function knownProgram(name: string): KnownProgram | undefined {
  const found = Object.hasOwn(products, name) ? products[name] : undefined;
  if (found) {
    const [product, version, isWeb = false] = found;
    return {product: knownProduct(product), version: [version], isWeb};
  }
  const runtime = runtimes.find(([program]) => program.test(name));
  return runtime && {runtime: runtime[1], version: [runtime[2]]};
}

/** The first thing that looks like a version in what a program says of itself. */
export function versionIn(text: string): string | undefined {
  return /(?<![\d.])\d+(?:\.\d+)+/.exec(text)?.[0];
}

/** What every host has and nobody hands over. */
const own =
  /^(?:systemd.*|init|dbus.*|cron|crond|ssh|sshd|chronyd?|ntpd|ntpsec|rsyslogd?|syslog-ng|polkit.*|getty@.*|serial-getty@.*|agetty|user@.*|user-runtime.*|dhclient|dhcpcd|NetworkManager.*|networkd.*|rpcbind|avahi.*|cups.*|ModemManager|udisks2|unattended-upgrades|accounts-daemon|containerd.*|docker-proxy|dockerd?|podman|multipathd|irqbalance|snapd.*|packagekit|upower|wpa_supplicant|atd|acpid|tuned|auditd|firewalld|kubelet|lvm2.*|ifup@.*|networking|login|sudo|bash|sh|dash|zsh|tmux.*|screen|su)$/;

export function isOfHost(name: string): boolean {
  return own.test(name);
}
