/** How sure a name makes us that its value is a secret. */
export type KeyStrength = 'strong' | 'weak';

export interface JudgedName {
  readonly kind: string;
  readonly strength: KeyStrength;
}

const list = (text: string): readonly string[] => text.split(' ');

/** A password, in the languages people write their notes and forms in. */
const passwords = new Set(
  list(
    'password passwords passwd passphrase passphrases passcode pwd pwds pw pswd psw pword userpass passwort ' +
      'kennwort losungswort geheimwort wachtwoord lösenord adgangskode passord salasana contraseña ' +
      'contrasena contrasenya contraseñas clave senha senhas parola şifre sifre hasło haslo heslo jelszó ' +
      'jelszo пароль паролі пароли парола lozinka zaporka geslo slaptažodis κωδικός συνθηματικό 密码 密碼 口令 ' +
      'パスワード 暗証番号 비밀번호 암호 รหัสผ่าน סיסמה סיסמא motdepasse mdp zugangscode ' +
      'authpass bindpw rootpw userpw adminpw dbpw',
  ),
);

/** The same in several words, as they stand before a colon. */
export const phrases = list(
  'mot_de_passe kata_sandi palavra_passe palavra-passe mật_khẩu كلمة_المرور كلمة_السر رمز_عبور ' +
    "código_secreto code_secret geheime_sleutel clave_secreta parola_d’ordine parola_d'ordine geheimer_schlüssel pass_word " +
    'pass_phrase pass_code',
).map((phrase) => phrase.replaceAll('_', ' '));

/** A key that is a secret one, in several words, the last of which `key` is or is not. */
export const keyPhrases = list(
  'secret_id api_schlüssel geheimer_schlüssel privater_schlüssel zugriffsschlüssel clé_api clé_d’api clé_secrète clé_privée clé_d’accès ' +
    "clé_d'api clé_d'accès clave_api clave_de_api clave_privada clave_de_acceso chave_api chave_de_api chave_da_api chave_secreta " +
    'chave_privada chave_de_acesso chiave_api chiave_segreta chiave_privata chiave_di_accesso klucz_api klucz_tajny ' +
    'klucz_prywatny klucz_dostępu api_sleutel privésleutel toegangssleutel api_nyckel api_nøgle api_nøkkel ' +
    'ключ_api api_ключ секретный_ключ api_klíč api_anahtarı',
).map((phrase) => phrase.replaceAll('_', ' '));

const passwordEnd = /(?:password|passwd|passphrase|passwort|kennwort|wachtwoord|пароль|密码|密碼)$/;

const secrets = new Set(
  list(
    'secret secrets token tokens apikey apikeys accesskey secretkey privatekey authkey credential credentials ' +
      'creds psk geheimnis secreto apitoken authtoken authtok mnemonic seedphrase zugangsdaten identifiants ' +
      'credenciales credenziali credenciais inloggegevens jwt requirepass masterauth kek dek cryptkey',
  ),
);

/** Secret where a name ends so: `salt-minion` is a program. */
const lastOnly = new Set(list('salt pepper otp totp seed'));

const secretEnd = /(?:psk|secret|token|apikey|secretkey|accesskey|privatekey|masterkey|authkey)$/;

/** What stands before `key` where the key is a secret one. */
const keysOf = new Set(
  list(
    'api access private account shared signing encryption decryption master auth license secret app application ' +
      'service consumer storage subscription webhook session server deploy hmac cookie csrf jwt aes ssh recovery root ' +
      'unseal preshared psk wep wpa activation product admin integration ingest ingestion write client functions ' +
      'cipher crypt crypto data base fernet django flask rails laravel project trusted user sas host sending feature ' +
      'transport security rndc tsig update join cluster gossip encrypt vault kms tls ssl private_tls',
  ),
);

/** Of these `key` alone is no secret: what is encrypted with them is no use without more. */
const certain = new Set(
  list(
    'api access private account shared signing encryption decryption master auth license secret consumer ' +
      'subscription preshared unseal recovery aes hmac cookie jwt webhook deploy fernet storage activation app ' +
      'application service integration ingest gossip encrypt crypt crypto cipher',
  ),
);

const weak = new Set(list('session sessionid jsessionid phpsessid sid sig signature auth login'));

/** Names that end so speak about a secret without holding it: `secretName`, `token_type`. */
const harmlessEnds = new Set(
  list(
    'name names type types file files path paths url uri endpoint count counts ref refs reference length len ' +
      'size expiry expires expiration expired ttl policy policies age at in hint rotation rotated version ' +
      'versions format header field fields prefix mode status state enabled disabled required optional limit ' +
      'limits algorithm algorithms alg algo method methods store stores manager provider providers arn ' +
      'attempts tries retries retry rules rule strength min max minimum maximum days hours minutes seconds ' +
      'reset resets change changes changed updated created by date time owner owners location ' +
      'where kept keeper place label labels title description usage used uses last next interval timeout ' +
      'fingerprint checksum digest thumbprint kid issuer audience scope scopes lookup prompt dialog page form ' +
      'forgotten protected encrypted bucket dir directory folder valid invalid ok exists missing present error ' +
      'errors failed class model table column usage cost price budget window rate total remaining id ids no ' +
      'number iterations rounds history quality score stdin env fd prompt option options',
  ),
);

/** Whether a name that ends with this word tells about a secret rather than being one. */
export function isHarmlessEnd(word: string): boolean {
  return harmlessEnds.has(word.toLowerCase());
}

/** An identifier that is a half of a secret: whoever has it knows the account. */
const keyIds = /\b(?:access key id|secret id|role secret id|secret access key)$/;

/** Names that only sound so. */
const harmless =
  /\b(?:(?:try|use) (?:first pass|authtok)|public key|primary key|foreign key|sort key|partition key|cache key|routing key|known hosts|pwd dir|old pwd|pass through|ssh host key alg\w*|tokens? (?:per|used|in|out)|max tokens?|secret(?:s)? manager|next token|page token|continuation token|cancellation token|token bucket|site key|csrf token name|pass rate|auth key callback|publishable key)\b/;

const sentence = new Set(list('and or the a an that every who how what where when which not'));

/** The words of a name: `DB_PASSWORD`, `clientSecret` and `token-type` have two. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_.\-/:]+/)
    .filter(Boolean);
}

/** `check_pass "The disk is fine"` reports that a test passed. */
const reports = /^(?:assert|check|echo|emit|expect|log|mark|print|record|report|say|test) pass$/;

function judge(name: string): JudgedName | undefined {
  const words = wordsOf(name);
  const said = words.join(' ');
  const last = words.at(-1) ?? '';
  // The id of a line of a playbook is a sentence.
  if (words.length > 8 || words.some((word) => sentence.has(word))) return undefined;
  if (phrases.includes(said)) return {kind: 'password', strength: 'strong'};
  if (keyPhrases.includes(said) || keyIds.test(said)) return {kind: 'key', strength: 'strong'};
  if (harmlessEnds.has(last) || harmless.test(said) || reports.test(said)) return undefined;
  // `pass: 12` counts what passed, `DB_PASS` is a password.
  const isPass =
    /^(?:db|smtp|ftp|user|root|my|pg|mysql|sql|mail|imap|ldap|admin|store|key|trust|proxy|http|cert|auth|bind)pass(?:wd)?$/.test(
      last,
    );
  if (
    isPass ||
    (last === 'pass' && words.length > 1) ||
    /^(?:pass|pw)\d$/.test(last) ||
    words.some((word) => passwords.has(word) || passwordEnd.test(word))
  )
    return {kind: 'password', strength: 'strong'};
  if (lastOnly.has(last)) return {kind: 'secret', strength: 'strong'};
  if (words.some((word) => secrets.has(word) || secretEnd.test(word)))
    return {
      kind: words.some((word) => word.endsWith('token')) ? 'token' : 'secret',
      strength: 'strong',
    };
  for (const [at, word] of words.entries()) {
    const before = words[at - 1] ?? '';
    if ((word === 'key' || word === 'keys') && keysOf.has(before))
      return {kind: 'key', strength: certain.has(before) ? 'strong' : 'weak'};
  }
  if (last === 'pass') return {kind: 'password', strength: 'weak'};
  if (/^(?:pin|puk)$/.test(last)) return {kind: 'pin', strength: 'strong'};
  return words.some((word) => weak.has(word)) ? {kind: 'session', strength: 'weak'} : undefined;
}

const judged = new Map<string, JudgedName | undefined>();
const mostJudged = 5000;

/** What a name such as `DB_PASSWORD`, `clientSecret` or `token_type` says about its value. */
export function judgeKey(name: string): JudgedName | undefined {
  const known = judged.get(name);
  if (known !== undefined || judged.has(name)) return known;
  if (judged.size >= mostJudged) judged.clear();
  const answer = judge(name);
  judged.set(name, answer);
  return answer;
}

/** Words of which one stands in every name that {@link judgeKey} knows. */
export const nameWords: readonly string[] = [
  ...new Set([
    ...passwords,
    ...list(
      'pass pw psw secret token apikey accesskey key credential creds sessid sessionid psk geheimnis secreto salt pepper otp seed',
    ),
    ...list(
      'authtok mnemonic zugangsdaten credenziali credenciais inloggegevens credenciales identifiants jwt masterauth kek dek pin puk session sid sig auth login',
    ),
    ...phrases,
    ...keyPhrases.flatMap((phrase) => [phrase, phrase.replaceAll(' ', '-')]),
  ]),
];
