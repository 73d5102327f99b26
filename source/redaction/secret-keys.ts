/** How sure a name makes us that its value is a secret. */
export type KeyStrength = 'strong' | 'weak';

const passwords = new Set(['password', 'passwd', 'passphrase', 'passcode', 'pwd']);
const secrets = new Set(['secret', 'secrets', 'token', 'apikey', 'credential', 'credentials']);
const pairs = new Set([
  'api key',
  'access key',
  'private key',
  'account key',
  'shared key',
  'signing key',
  'encryption key',
  'master key',
  'auth key',
  'license key',
]);
const weak = new Set([
  'session',
  'sessionid',
  'jsessionid',
  'phpsessid',
  'sid',
  'sig',
  'signature',
]);

/** Names that end so speak about a secret without holding it: `secretName`, `token_type`. */
const harmlessEnds = new Set(
  (
    'name type file path url uri endpoint count id ref length expiry expires expiration ttl policy age ' +
    'at in hint rotation version format header field prefix mode status state enabled required limit'
  ).split(' '),
);

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter(Boolean);
}

/** What a key such as `DB_PASSWORD`, `clientSecret` or `token_type` says about its value. */
export function judgeKey(
  key: string,
): {readonly kind: string; readonly strength: KeyStrength} | undefined {
  const words = wordsOf(key);
  const last = words.at(-1);
  if (last === undefined || harmlessEnds.has(last)) return undefined;
  // `pass: 12` counts what passed, `DB_PASS` is a password.
  const isPass = last === 'pass' && words.length > 1;
  if (isPass || words.some((word) => passwords.has(word) || /(?:password|passwd)$/.test(word)))
    return {kind: 'password', strength: 'strong'};
  if (words.some((word, at) => pairs.has(`${words[at - 1] ?? ''} ${word}`)))
    return {kind: 'key', strength: 'strong'};
  if (words.some((word) => secrets.has(word) || /(?:secret|token|apikey)$/.test(word)))
    return {
      kind: words.some((word) => word.endsWith('token')) ? 'token' : 'secret',
      strength: 'strong',
    };
  return words.some((word) => weak.has(word)) ? {kind: 'session', strength: 'weak'} : undefined;
}
