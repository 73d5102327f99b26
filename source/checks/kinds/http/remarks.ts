import type {Seen} from './connect.ts';
import type {HttpSpec} from './http-spec.ts';
import type {Way} from './way.ts';

/** What is known of an exchange once it has ended. */
export interface Exchange {
  readonly spec: HttpSpec;
  readonly way: Way;
  /** Absent where nobody got so far as to connect. */
  readonly seen: Seen | undefined;
  readonly status: number | undefined;
  /** The beginning of the body. */
  readonly head: string;
}

/** nginx refuses a client by an answer of its own instead of an alert of TLS. */
function aboutClient({spec, status, head}: Exchange): string[] {
  if (status !== 400 || !/No required SSL certificate was sent|SSL certificate error/.test(head))
    return [];
  return spec.cert === undefined
    ? ['the server wants a certificate of the client: name its files under "cert" and "key"']
    : ['the server does not accept the certificate under "cert": name one of its authority'];
}

function aboutVerifying(seen: Seen | undefined): string[] {
  return [...(seen?.unverified ?? [])].map(([host, code]) =>
    code === ''
      ? `insecure: the certificate of ${host} was not verified; it is one that is trusted, so leave "insecure" out`
      : `insecure: the certificate of ${host} was not verified (${code}), so this may be another server`,
  );
}

/** What a person must know besides: by whom it went, what was trusted, and what was not verified. */
export function remarkOf(exchange: Exchange): string | undefined {
  const {way, seen} = exchange;
  const remarks = [
    ...aboutClient(exchange),
    ...aboutVerifying(seen),
    ...(way.remark === undefined ? [] : [way.remark]),
    ...[...(seen?.proxies ?? [])].map((proxy) => `through the proxy ${proxy}`),
  ];
  return remarks.length === 0 ? undefined : remarks.join('; ');
}
