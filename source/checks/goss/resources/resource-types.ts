/** What may stand for an attribute that is a setting rather than something to assert. */
export type OptionType =
  | 'text'
  | 'texts'
  | 'flag'
  | 'milliseconds'
  | 'count'
  | 'delay'
  | 'anything';

/** One of goss's types of resource: what an entry of it may say. */
export interface ResourceType {
  /** Names it instead of the key of the entry. */
  readonly alias?: string;
  /** What can be asserted, in the order in which goss looks at it. */
  readonly attributes: readonly string[];
  /** Of these, goss fails an entry that leaves it out. */
  readonly required?: string;
  /** When the first attribute is not as expected or is false, goss looks at no other. */
  readonly isGated?: boolean;
  /** Attributes that are text read line by line. */
  readonly streams?: readonly string[];
  /** Attributes that are numbers even where the gossfile writes them as text. */
  readonly numbers?: readonly string[];
  readonly options?: Readonly<Record<string, OptionType>>;
  /** Milliseconds that goss waits when the entry does not say. */
  readonly patience?: number;
}

const retries = {retry_count: 'count', retry_delay: 'delay'} as const;

const fileAttributes =
  'exists mode owner uid group gid linked-to filetype contains contents size md5 sha256 sha512'.split(
    ' ',
  );

export const resourceTypes = {
  command: {
    alias: 'exec',
    attributes: ['exit-status', 'stdout', 'stderr'],
    required: 'exit-status',
    streams: ['stdout', 'stderr'],
    numbers: ['exit-status'],
    options: {timeout: 'milliseconds', ...retries},
    patience: 10_000,
  },
  http: {
    alias: 'url',
    attributes: ['status', 'headers', 'body'],
    required: 'status',
    isGated: true,
    streams: ['headers', 'body'],
    options: {
      method: 'text',
      'allow-insecure': 'flag',
      'no-follow-redirects': 'flag',
      timeout: 'milliseconds',
      'request-headers': 'texts',
      'request-body': 'text',
      username: 'text',
      password: 'text',
      'ca-file': 'text',
      'cert-file': 'text',
      'key-file': 'text',
      proxy: 'text',
    },
    patience: 5000,
  },
  addr: {
    alias: 'address',
    attributes: ['reachable'],
    required: 'reachable',
    options: {timeout: 'milliseconds', 'local-address': 'text'},
    patience: 500,
  },
  dns: {
    alias: 'resolve',
    attributes: ['resolvable', 'addrs'],
    required: 'resolvable',
    isGated: true,
    options: {timeout: 'milliseconds', server: 'text', resolveable: 'anything', ...retries},
    patience: 500,
  },
  package: {
    alias: 'name',
    attributes: ['installed', 'versions'],
    required: 'installed',
    isGated: true,
    options: retries,
  },
  service: {alias: 'name', attributes: ['enabled', 'running', 'runlevels']},
  file: {
    alias: 'path',
    attributes: fileAttributes,
    required: 'exists',
    isGated: true,
    streams: ['contains', 'contents'],
  },
  process: {alias: 'comm', attributes: ['running'], required: 'running'},
  user: {
    alias: 'username',
    attributes: ['exists', 'uid', 'gid', 'home', 'groups', 'shell'],
    required: 'exists',
    isGated: true,
    numbers: ['uid', 'gid'],
  },
  group: {
    alias: 'groupname',
    attributes: ['exists', 'gid'],
    required: 'exists',
    isGated: true,
    numbers: ['gid'],
  },
  port: {alias: 'port', attributes: ['listening', 'ip'], required: 'listening', isGated: true},
  'kernel-param': {alias: 'name', attributes: ['value'], required: 'value'},
  mount: {
    alias: 'mountpoint',
    attributes: ['exists', 'opts', 'vfs-opts', 'source', 'filesystem', 'usage'],
    required: 'exists',
    isGated: true,
    options: {timeout: 'milliseconds'},
    patience: 1000,
  },
  interface: {
    alias: 'name',
    attributes: ['exists', 'addrs', 'mtu'],
    required: 'exists',
    isGated: true,
  },
  matching: {
    attributes: ['matches'],
    required: 'matches',
    options: {content: 'anything', 'as-reader': 'flag'},
  },
  registry: {
    alias: 'name',
    attributes: ['exists', 'value', 'type'],
    required: 'exists',
    isGated: true,
  },
} as const satisfies Readonly<Record<string, ResourceType>>;

export type ResourceWord = keyof typeof resourceTypes;

export const resourceWords = Object.keys(resourceTypes) as readonly ResourceWord[];

export function resourceType(word: ResourceWord): ResourceType {
  return resourceTypes[word];
}

/** Every attribute of every type, once. */
export const allAttributes: readonly string[] = [
  ...new Set(resourceWords.flatMap((word) => resourceType(word).attributes)),
];
