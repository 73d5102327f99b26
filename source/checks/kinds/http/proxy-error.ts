import type {Proxy} from './proxy.ts';

/** The way to a server ends at the proxy. */
export class ProxyError extends Error {
  override name = 'ProxyError';
  readonly proxy: string;
  /** What the proxy answered; absent where it could not be reached. */
  readonly status: number | undefined;

  constructor(proxy: Proxy, why: {readonly status: number} | {readonly cause: unknown}) {
    super(`proxy ${proxy.shown}`, 'cause' in why ? {cause: why.cause} : undefined);
    this.proxy = proxy.shown;
    this.status = 'status' in why ? why.status : undefined;
  }
}
