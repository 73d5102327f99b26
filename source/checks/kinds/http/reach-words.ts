import type {ReachSpec} from './reach-fields.ts';
import {readProxy} from './proxy.ts';

/** Shorter ones are not told from other text, so they are not put in their variable's place. */
const shortestShown = 6;

function secretWord(secret: string): string {
  return secret.length < shortestShown ? '…' : secret;
}

function proxyWords(proxy: string): string {
  if (proxy === 'none') return 'through no proxy';
  const read = readProxy(proxy);
  return `through the proxy ${typeof read === 'string' ? '' : read.shown}`;
}

/** How a server would be reached and as whom, for a person who decides whether to trust it. */
export function reachWords({
  ca,
  cert,
  key,
  passphrase,
  insecure,
  server_name: serverName,
  proxy,
  socket,
  basic,
  bearer,
}: ReachSpec): string[] {
  return [
    ...(basic ? [`as ${basic.user} with the password ${secretWord(basic.password)}`] : []),
    ...(bearer === undefined ? [] : [`with the bearer token ${secretWord(bearer)}`]),
    ...(cert === undefined ? [] : [`with the certificate ${cert}`]),
    ...(key === undefined ? [] : [`and its key ${key}`]),
    ...(passphrase === undefined ? [] : [`opened by ${secretWord(passphrase)}`]),
    ...(serverName === undefined ? [] : [`asking TLS for ${serverName}`]),
    ...(socket === undefined ? [] : [`over the socket ${socket}`]),
    ...(proxy === undefined ? [] : [proxyWords(proxy)]),
    ...(ca === undefined ? [] : [`trusting only ${ca.join(', ')}`]),
    ...(insecure === true
      ? ['without verifying the certificate, for inspection only (insecure)']
      : []),
  ];
}
