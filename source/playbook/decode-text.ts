/** A file as text, and what had to be mended to read it. */
export interface Decoded {
  readonly text: string;
  /** The name of the encoding, where it is not UTF-8. */
  readonly encoding?: string;
  /** Whether some bytes meant nothing; each is U+FFFD in the text. */
  readonly isDamaged?: boolean;
}

const signatures: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip file, such as a Word or Excel document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word or Excel document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x1f, 0x8b], 'a gzip file'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database'],
];

/** What a file is that is no text, such as `a PDF`; nothing for text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const found = signatures.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (found) return found[1];
  const head = bytes.subarray(0, 8192);
  if (wideEncoding(head)) return undefined;
  let controls = 0;
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at] ?? 32;
    if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) controls += 1;
  }
  return controls > 0 && controls * 10 > head.length ? 'a binary file' : undefined;
}

/** UTF-16 has a mark at the start, or a zero in every other byte. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const half = head.length / 2;
  if (half < 2) return undefined;
  if ((zeros[1] ?? 0) > half * 0.7 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le';
  return (zeros[0] ?? 0) > half * 0.7 && (zeros[1] ?? 0) < half * 0.1 ? 'utf-16be' : undefined;
}

// Letters and signs that texts of Western languages have; what else a wrong reading gives is rare in them.
const usual = /[äöüßÄÖÜéèêëàâçùûüîïôœæáíóúñÉÈÀÇÁÍÓÚÑåøÅØÆãõÃÕìòý’‘“”„–—…•°§«»¿¡€£·©®™]/gu;

/** How many characters of a reading are usual ones. */
function score(text: string): number {
  return text.match(usual)?.length ?? 0;
}

/** The bytes of a text in the encodings that people's editors have written it in. */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide) return {text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase()};
  try {
    return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)};
  } catch {
    const loose = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
    const wrong = loose.match(/\uFFFD/gu)?.length ?? 0;
    // oxlint-disable-next-line no-control-regex -- all that is not ASCII
    const right = (loose.match(/[^\u0000-\u007F]/gu)?.length ?? 0) - wrong;
    if (right > wrong) return {text: loose, isDamaged: true};
    const readings = (['windows-1252', 'macintosh'] as const).map((encoding) => ({
      text: new TextDecoder(encoding).decode(bytes),
      encoding,
    }));
    const [latin, mac] = readings;
    const isMac = latin && mac && score(mac.text) > score(latin.text);
    return isMac
      ? {text: mac.text, encoding: 'MacRoman'}
      : {text: latin?.text ?? loose, encoding: 'Latin-1'};
  }
}
