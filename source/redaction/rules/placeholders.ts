const forms = [
  /^\\?\[redacted/i,
  /^\\?<[^<>]*>?/, // <your token>, also escaped in Markdown
  /^&lt;/,
  /^\(?(?:Read-Host|Get-[A-Z]\w+|New-Object)\b/, // PowerShell asks or makes it when it runs
  /^[$#]?\{[^}]*\}?$/, // ${PASSWORD}, {password}
  /^\$\(.*$/, // $(cat file)
  /^\$(?:[A-Z_][A-Z\d_]*|env:\w+|\w*(?:pass|pwd|token|secret|key)\w*)$/, // $PASSWORD, $dbPassword
  /^\$\w*(?:Pass|Credential|Cred|Token|Secret|Key)\w*$/, // $Credential, $dbPassword
  /^%\w+%$/, // %PASSWORD%
  /^%\(?\w+\)?s?$/, // %(password)s
  /^\{\{.*$/, // {{ .Values.password }}
  /^[*•.x_#-]{3,}$/i,
  /^\*[a-z][\w-]{0,30}$/, // a YAML alias
  /^(?:process\.env|os\.(?:environ|getenv)|getenv|env[.(]|secrets\.|vars?\.|local\.|data\.|config\.|settings\.|self\.|this\.|args\.|options\.|req\.|request\.|vault:|secretKeyRef|valueFrom|lookup\(|System\.)/,
  /^(?:op|vault|sm|awssm|gcpsm|azurekv|keyring|keychain|bws?|akeyless|doppler|file|ref\+\w+|arn:aws|projects\/[\w-]+\/secrets):?\/?\//i,
  /^arn:aws/,
  /^@Microsoft\.KeyVault/,
  /^ENC(?:\[|\()/, // sops, jasypt
  /^\$ANSIBLE_VAULT/,
  /^(?:VALUE_SPECIFIED_IN_NO_LOG_PARAMETER|CHANGE_?ME_?HERE|REPLACE_?ME|REDACTED|MASKED|HIDDEN|FILTERED|SECRET|TODO|TBD|N\/A)$/i,
  /^\[(?:FILTERED|MASKED|HIDDEN|REDACTED|SECRET|PROTECTED)/i,
  /^\(?(?:sensitive|known after apply|hidden|masked|not shown|write-only)\b/i,
  /^(?:your|my|the|some|an?|insert|enter|put|replace)[-_ ].*(?:password|passwd|token|secret|key|here|value)\b/i, // your-token-here
  /^(?:~|\.{0,2})\/[a-z][\w.-]*(?:\/[\w.-]+)*\/?$/, // /run/secrets/db
  /^[A-Za-z]:\\[\w\\. -]+$/,
  /^[\w-]+(?:\/[\w.-]+)*\.(?:env|txt|pem|key|crt|cer|p12|pfx|jks|json|ya?ml|toml|ini|conf|cfg|asc|gpg|kdbx|properties|sh|md|html?|pub)$/i, // conf/app.env
  /^(?:kv|secrets?|vault|cubbyhole|concourse)\/[\w./-]+$/i,
  /^\w[\w.]*\([^)]*\)?$/, // getPassword()
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー。、，：（）()]+$/u, // a sentence without blanks
];

/**
 * Words that stand after "password:" or "token:" in running text and help pages. A real secret that
 * happens to be one of them is not worth hiding.
 */
const proseWords = new Set(
  (
    'a an and are as at ask be been by can changed check correct default denied disabled does each empty enabled ' +
    'encrypted error every expired expires failed false field for found from generated given hashed hidden if in ' +
    'incorrect invalid is it kept known least length let made may missing must never new no none not null of off ' +
    'ok old on one only optional or our per plain please prompt protected provided rather read required reset ' +
    'rotated safe saved same see sent set shared shall should shown since stored string strong text that the ' +
    'their then they this to too true type undefined unique unknown unset until use used valid value via void was ' +
    'weak what when where which who will with without wrong yes you your nil number boolean str char varchar ' +
    'int any object bytes secret password token key keys name user basic bearer digest negotiate ntlm kerberos ' +
    'oauth oauth2 saml oidc sha1 sha256 sha-256 sha384 sha512 sha-512 md5 bcrypt argon2 argon2id scrypt pbkdf2 ' +
    'aes aes-256 aes-256-gcm aes-128-gcm rsa rsa-2048 rsa-4096 ed25519 ecdsa hs256 hs512 rs256 es256 hmac scram-sha-256 scram-sha-512 ' +
    'present absent ready active inactive pending success successful ok accepted rejected refused revoked granted ' +
    '1password bitwarden lastpass keepass keepassxc dashlane vault keychain keyring hashicorp secretsmanager ' +
    'siehe steht liegt ist wird nicht kein keine der die das im in bei von und oder mit ' +
    'voir est dans le la les du des non aucun ver en el los se no ' +
    'include omit owner administrator sent expires kept lies voir cofre caveau kluis sejfie veja voor siehe ' +
    'mandatory rotation expiry policy manager authentication login-form both all some again later soon today ' +
    'x xx xxx none essential recommended advanced critical high medium low'
  ).split(' '),
);

const managers =
  /^(?:1password|bitwarden|lastpass|keepass\w*|dashlane|hashicorp|vault|thycotic|cyberark|passbolt|proton pass|azure key vault|aws secrets manager|sealed|sops|pass)\b/i;

/** True for a word that stands in sentences rather than in a password field. */
export function isProse(word: string): boolean {
  return proseWords.has(word.toLowerCase().replace(/^["'(]+|(?<![)"'.:,;!?])[)"'.:,;!?]+$/g, ''));
}

/** True for what stands where a secret would stand without being one: `<your token>`, `${PW}`. */
export function isPlaceholder(value: string): boolean {
  return (
    value === '' || isProse(value) || managers.test(value) || forms.some((form) => form.test(value))
  );
}

/** Something no sentence has as a word: a digit, a symbol inside, or capitals in the middle. */
export function looksRandom(text: string): boolean {
  return (
    /\d/.test(text) ||
    /[^\p{L}\p{M}\s.,:;!?'"’‘“”„–—…()/-]/u.test(text) ||
    /\p{Ll}\p{Lu}/u.test(text)
  );
}
