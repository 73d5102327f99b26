/** What stands behind a host and is none: `port 8080`, `:443`, `/srv/data`, `8080, HTTPS`. */
const behind = /^(?:ports?\b|:?\d|tcp\b|udp\b|[/~])/iu;

/**
 * The host, cluster or service in the words of where something runs: `shop-1` of `shop-1, port
 * 8080` and of `shop-1:8080`. Several hosts are all of them, for to name the first is to leave out
 * the others.
 */
export function hostOf(place: string): string {
  const [first = '', ...rest] = place.split(',').map((part) => part.trim());
  const isFirst = rest.every((part) => behind.test(part));
  const host = isFirst ? first : place;
  return host
    .replace(/(?<=[^:\s]):\d+$/u, '')
    .replace(/\s+(?:on )?port \d+$/iu, '')
    .trim();
}
