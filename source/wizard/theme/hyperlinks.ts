import {createSupportsHyperlinks} from 'supports-hyperlinks';

const takesHyperlinks = createSupportsHyperlinks(process.stdout);

/** What a terminal may be asked to open: a page or a letter, and nothing on this machine. */
const openable: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address of a link as it is safe between escape sequences; nothing for one that leads elsewhere. */
export function openableAddress(address: string): string | undefined {
  const url = URL.parse(address);
  // `href` is ASCII without controls, so nothing in it ends the sequence.
  return url && openable.has(url.protocol) ? url.href : undefined;
}

/** A text that leads to an address (OSC 8), where the terminal takes that; its width stays the same. */
export function hyperlinked(text: string, address: string | undefined): string {
  if (address === undefined || !takesHyperlinks) return text;
  return `\u001B]8;;${address}\u001B\\${text}\u001B]8;;\u001B\\`;
}
