import {isPlaceholder} from './placeholders.ts';
import type {Span} from './spans.ts';

interface Shape {
  readonly kind: string;
  /** The secret is the group `secret`, or the whole match. Flags `dg`. */
  readonly pattern: RegExp;
}

const keyLines = String.raw`(?:(?:\\[nr]|\s)*[A-Za-z0-9+/=]{16,})*(?:(?:\\[nr]|\s)*[A-Za-z0-9+/]{1,15}={0,2}(?=[\\\s"']|$))?`;

/**
 * Secrets known by their looks, for what secretlint's recommended rules leave out. Every repeat is
 * bounded or cannot overlap its neighbour, so none of them is slow on hostile text.
 */
const shapes: readonly Shape[] = [
  {
    kind: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----BEGIN )[\s\S]){0,16384}?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/dg,
  },
  {
    // The end was cut off, as at the border of a shortened output.
    kind: 'private key',
    pattern: new RegExp(`-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----${keyLines}`, 'dg'),
  },
  {
    // The beginning was cut off.
    kind: 'private key',
    pattern:
      /(?<secret>(?:^[A-Za-z0-9+/=]{1,80}\r?\n){1,200})-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/dgm,
  },
  {
    kind: 'credentials',
    pattern:
      /\bauthorization\\?["']?[ \t]*[:=][ \t]*\\?["']?(?:(?:basic|bearer|token|digest|negotiate|apikey)[ \t]+)?(?<secret>[^\s"'\\,]{4,4096})/dgi,
  },
  {kind: 'token', pattern: /\bbearer[ \t]+(?<secret>(?=[^\s]*\d)[\w.~+/=-]{12,4096})/dgi},
  {
    kind: 'credentials',
    pattern: /\b[Bb]asic[ \t]+(?<secret>(?=[^\s]*[A-Z\d=])[A-Za-z0-9+/]{12,4096}={0,2})/dg,
  },
  {
    kind: 'password',
    pattern: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s/:@"'<>]{0,256}:(?<secret>[^\s/"'<>]{1,512})@/dgi,
  },
  {kind: 'token', pattern: /\beyJ[\w-]{5,4096}\.eyJ[\w-]{5,8192}\.[\w-]{0,4096}/dg},
  {kind: 'key', pattern: /\bAIza[\w-]{35}/dg},
  {kind: 'key', pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7\d]{16}\b/dg},
  {
    kind: 'key',
    pattern:
      /\b(?:AccountKey|SharedAccessKey|SharedSecretValue)[ \t]*=[ \t]*(?<secret>[A-Za-z0-9+/=%]{16,512})/dgi,
  },
  {kind: 'signature', pattern: /[?&](?:sig|X-Amz-Signature)=(?<secret>[\w%+/=-]{16,512})/dgi},
  {
    kind: 'key',
    pattern:
      /\b(?:\w{0,40}_)?(?:secret|key|token|password|passphrase|seed|credentials?)\b(?:(?!fingerprint|digest|hash|sha\d|checksum|commit)[^\n]){0,24}?(?<![\dA-Fa-f])(?<secret>[\dA-Fa-f]{32,128})(?![\dA-Fa-f])/dgi,
  },
  {kind: 'password hash', pattern: /\$(?:1|2[abxy]|5|6|y|argon2(?:id?|d))\$[\w./$=,+-]{12,256}/dg},
];

/** Every secret that gives itself away by its shape. */
export function shapeSpans(text: string): Span[] {
  return shapes.flatMap(({kind, pattern}) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.groups?.['secret'] ?? [
        match.index,
        match.index + match[0].length,
      ];
      return isPlaceholder(text.slice(start, end)) ? [] : [{start, end, kind}];
    }),
  );
}
