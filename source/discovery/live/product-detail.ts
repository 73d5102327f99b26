import type {Finding} from '../discovered.ts';
import type {Host} from './asked-host.ts';
import type {LiveService} from './live-service.ts';
import type {OpenFiles} from './reading/open-files.ts';

/** A certificate that a configuration names. */
export interface NamedCertificate {
  readonly file: string;
  readonly source: string;
  /** Of the ports where it is shown. */
  readonly ports: readonly number[];
}

/** What a product says of itself beyond what each program says. */
export interface Detail {
  readonly version?: string | undefined;
  readonly calls?: readonly string[];
  readonly logs?: readonly string[];
  /** Where it keeps what it is given. */
  readonly data?: string | undefined;
  readonly certificates?: readonly NamedCertificate[];
  readonly config?: string | undefined;
  readonly findings?: readonly Finding[];
}

export interface Asking {
  readonly service: LiveService;
  readonly files: OpenFiles | undefined;
  readonly host: Host;
  /** The words that tell this host's things from those of others: ` on app-1`, or nothing. */
  readonly where: string;
}

export type Detailer = (asking: Asking) => Promise<Detail>;

/** A path as it stands in a command line, from the folder in which the program runs. */
export function absolute(file: string, folder: string | undefined): string | undefined {
  if (file.startsWith('/')) return file;
  return folder === undefined ? undefined : `${folder.replace(/\/$/, '')}/${file}`;
}

/** The address at which a service is reached on its own host. */
export function reached({
  address,
  scope,
}: {
  readonly address: string;
  readonly scope: string;
}): string {
  const own = scope === 'any' ? '127.0.0.1' : address;
  return own.includes(':') ? `[${own}]` : own;
}

/** The program that runs; Debian's `redis-server` is a link to a file of another name. */
export function programFile({program}: LiveService, executable: string | undefined): string {
  if (executable === undefined) return program;
  return executable.endsWith('/redis-check-rdb')
    ? executable.replace(/[^/]*$/, program)
    : executable;
}
