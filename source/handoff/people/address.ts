/**
 * Characters that nobody sees and that come with copied text. Joiners between letters of other scripts
 * belong to how a name is written (RFC 5892, A.1); a line break or a tab is white space like any other.
 */
const invisible =
  /(?!(?<=[^\p{ASCII}])[\u200C\u200D](?=[^\p{ASCII}]))(?![\t\n\r])(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cc})/gu;

/** What a text comes to that is to be one e-mail address. */
export type AddressReading =
  | {
      /** As people write it, international letters included. */
      readonly address: string;
      /** What stood before it in `Kim Lee <kim@example.com>`. */
      readonly name?: string;
    }
  | {
      /** Why it cannot be used, in a sentence. */
      readonly problem: string;
      /** What to do, in a sentence. */
      readonly advice: string;
    };

/** RFC 5322, 3.2.3: what an atom may not hold; RFC 6531 adds all that is not ASCII to what it may. */
const special = /[\s()<>[\]:;@\\,"]/u;

const advice = 'Write it as name@example.com.';

/** Octets that each part may have at most (RFC 5321, 4.5.3.1). */
const most = {local: 64, domain: 253, label: 63, all: 254};

const octets = (text: string) => new TextEncoder().encode(text).length;

/** The domain as mail carries it, in ASCII (RFC 5891); nothing where it is none. */
function asciiDomain(domain: string): string | undefined {
  if (/[\s/?#@:%\\[\]]/u.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  const {hostname} = new URL(`http://${domain}`);
  const labels = hostname.split('.');
  const isLabel = (label: string) =>
    /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/u.test(label) && label.length <= most.label;
  const isName = labels.every(isLabel) && !/^\d+$/u.test(labels.at(-1) ?? '');
  return isName && hostname.length <= most.domain ? hostname : undefined;
}

function localProblem(local: string): string | undefined {
  if (local === '') return 'nothing stands before the @';
  if (local.startsWith('"')) return 'a name in quotes is what few mail programs take';
  // No font and no keyboard has them, and a mark alone stands on the sign before it.
  if (/^\p{M}|[\p{Co}\p{Cn}\p{Cs}]/u.test(local))
    return `"${local}" has a sign that no mail program knows`;
  if (special.test(local)) return `"${local}" has a sign that an address cannot have`;
  if (/^\.|\.\.|\.$/u.test(local)) return `"${local}" has a dot where none may be`;
  return octets(local) > most.local ? 'what stands before the @ is too long' : undefined;
}

function domainProblem(domain: string): string | undefined {
  if (domain === '') return 'nothing stands behind the @';
  return asciiDomain(domain) === undefined ? `"${domain}" is no name of a mail domain` : undefined;
}

function lengthProblem(local: string, domain: string): string | undefined {
  const length = octets(local) + 1 + (asciiDomain(domain) ?? '').length;
  return length > most.all
    ? `it is longer than the ${most.all} signs that mail carries`
    : undefined;
}

/** The name that may stand before an address, and what stands between the angle brackets. */
function unwrap(text: string): {name: string; inner: string} {
  const [, name = '', inner] = /^([^<>]*)<([^<>]*)>$/u.exec(text) ?? [];
  const bare = (address: string) => address.trim().replace(/^mailto:/iu, '');
  if (inner === undefined) return {name: '', inner: bare(text)};
  const shown = name.trim().replaceAll(/^"|"$/gu, '').trim();
  // Where a mail program knows no name, it copies the address as one.
  return {name: shown === bare(inner) ? '' : shown, inner: bare(inner)};
}

/** Whether a text holds a second address, not only a second @. */
function isOfMany(text: string): boolean {
  return /\S@[^@]*[,;\s][^@]*\S@\S/u.test(text);
}

/**
 * Reads one e-mail address as people type and copy it, the one reader for all who ask for one:
 * `kim@example.com`, `jürgen@müller.example`, `Kim Lee <kim@example.com>`. What cannot be used says
 * why.
 */
export function readAddress(text: string): AddressReading {
  const typed = text.normalize('NFC').replaceAll(invisible, '').replaceAll('＠', '@').trim();
  if (!typed.includes('@')) return {problem: `"${typed}" is no e-mail address.`, advice};
  const {name, inner} = unwrap(typed);
  const at = inner.lastIndexOf('@');
  const [local, domain] = [inner.slice(0, at), inner.slice(at + 1)];
  if (isOfMany(name === '' ? inner : typed))
    return {
      problem: `"${typed}" holds more than one address.`,
      advice: 'Write one of them, and give each other person a row of their own.',
    };
  if (at < 0) return {problem: `"${typed}" is no e-mail address.`, advice};
  const why = localProblem(local) ?? domainProblem(domain) ?? lengthProblem(local, domain);
  if (why !== undefined)
    return {problem: `"${inner}" cannot be used as an address: ${why}.`, advice};
  return {address: `${local}@${domain.replaceAll(/[。．｡]/gu, '.')}`, ...(name ? {name} : {})};
}

/** Two addresses are one where mail for both arrives at one: the domain alone knows no case. */
export function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1)) ?? address.slice(at + 1);
  // No mail service that people have tells capitals apart before the @ either.
  return `${address.slice(0, at).toLowerCase()}@${domain}`;
}

/**
 * An address as it stands behind `mailto:` in a calendar, in ASCII: the domain as mail carries it, all
 * else that needs it escaped (RFC 6068, 2).
 */
export function addressUri(address: string): string {
  const at = address.lastIndexOf('@');
  const local = encodeURIComponent(address.slice(0, at)).replaceAll(/%2B/giu, '+');
  return `${local}@${asciiDomain(address.slice(at + 1)) ?? ''}`;
}
