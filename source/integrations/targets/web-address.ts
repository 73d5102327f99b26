import {z} from 'zod';
import {isSecretReference} from '../carrying/secret-reference.ts';

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

function problemOf(text: string): string | undefined {
  if (!URL.canParse(text)) return 'An address begins with https:// and a host.';
  const {protocol, hostname, username, password} = new URL(text);
  if (username !== '' || password !== '')
    return 'A user and password do not belong into an address; name where the secret is kept.';
  // Whoever listens on the way would read the token.
  if (protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))) return undefined;
  return 'An address begins with https://, so that nobody on the way reads the token; http:// is for this machine alone.';
}

/** Where a service is, without a slash at the end. */
export const webAddress = z
  .string()
  .superRefine((text, context) => {
    const message = problemOf(text);
    if (message !== undefined) context.addIssue({code: 'custom', message});
  })
  .transform((text) => text.replace(/\/+$/u, ''))
  .meta({title: 'address'});

/** An address, or where one is kept that is a secret, as those of chat rooms are. */
export const addressOrReference = z
  .string()
  .superRefine((text, context) => {
    const message = isSecretReference(text) ? undefined : problemOf(text);
    if (message !== undefined) context.addIssue({code: 'custom', message});
  })
  .meta({title: 'address or reference to a secret'});
