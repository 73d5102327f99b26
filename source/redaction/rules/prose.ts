import {block, inLine, type Rule} from '../engine/secret-rule.ts';

/** Of two halves with a slash or colon between them, the second. */
const half = String.raw`(?<secret>(?=[^\s,;]{0,60}[\d!#$%&*?])(?!\d{1,4}(?:\s|$|[,.;]))[^\s,;/|"']{4,100})`;

/** How people write accounts into notes and mails. */
export const prose: readonly Rule[] = [
  inLine(
    'password',
    ['pass'],
    new RegExp(
      String.raw`\b(?:user(?:name)?|login|account|id|usr|benutzer|usuario|utilisateur)[ \t]{0,3}[/:+&,-]{1,2}[ \t]{0,3}(?:pass(?:word|wd|wort)?|pw|pwd|kennwort|contraseña|mot de passe)["'*]{0,2}[ \t]{0,3}(?:[:=]|is|are|ist)[ \t]{0,3}["'\`]?[^\s/:|,"'\`]{1,60}[ \t]{0,3}[/:|,][ \t]{0,3}(?<secret>[^\s"'\`]{3,100})`,
      'dgi',
    ),
  ),
  inLine(
    'password',
    [
      'cred',
      'login',
      'account',
      'zugang',
      'access',
      'identifiants',
      'credenciales',
      'credenziali',
      'credenciais',
      'inloggegevens',
      'dane logowania',
      'logon',
      'anmeld',
      'acceso',
      'sign in',
      'log in',
      'signed in',
      'logged in',
    ],
    new RegExp(
      String.raw`\b(?:cred(?:ential)?s?|log(?:in|on)s?|account|access|zugang(?:sdaten)?|identifiants|credenciales|credenziali|credenciais|inloggegevens|dane logowania|acceso|anmeldung|(?:sign|log|signed|logged)[ -]in)\b[^\n]{0,40}?(?::|=|\bis|\bare|\bwith|\bas|\bmit|\busing|\bcon|\bavec)[ \t]{1,3}["'\`]?(?!(?:sso|saml|ldap|oidc|via|https?)\b)[\w.@\\-]{2,60}[ \t]{0,2}[/:|][ \t]{0,2}["'\`]?(?![a-z]{2,6}-[a-z]{2,12}-\d)${half}`,
      'dgi',
    ),
  ),
  inLine(
    'password',
    [
      'root/',
      'admin/',
      'administrator/',
      'postgres/',
      'oracle/',
      'sa/',
      'system/',
      'sys/',
      'scott/',
      'user/',
      'guest/',
      'root /',
      'admin /',
      'sa /',
      'pi/',
      'ubuntu/',
      'tomcat/',
      'deploy/',
      'operator/',
      'cisco/',
      'support/',
      'service/',
      'root:',
      'admin:',
    ],
    new RegExp(
      String.raw`(?<![\w/.-])(?:root|admin|administrator|postgres|oracle|sa|system|sys|scott|user|guest|pi|ubuntu|tomcat|deploy|operator|cisco|support|service)(?:[ \t]?/[ \t]?|:(?=[^\s/:]{0,60}[A-Za-z][^\s/:]{0,60}\d|[^\s/:]{0,60}\d[^\s/:]{0,60}[A-Za-z]))(?!\d+(?:\.\d+)*\b|v\d|x\b|[*!])(?=[^\s/]{0,60}[A-Za-z])${half}(?![/\w])`,
      'dgi',
    ),
  ),
  // "user: admin pass: x", "log in as admin with x as the password"
  inLine(
    'password',
    ['pass', 'pw'],
    new RegExp(
      String.raw`\b(?:user(?:name)?|login|usr|account)[ \t]{0,2}[:=]?[ \t]{1,2}\S{1,60}[ \t]{0,2}[,;/&]?[ \t]{1,2}(?:and[ \t])?(?:pass|pw)[ \t]{0,2}[:=]?[ \t]{1,2}(?<secretA>(?=[^\s,;]{0,60}\d)(?=[^\s,;]{0,60}[A-Za-z])[^\s,;"']{5,100})|\b(?:with|use|using|enter|type|and)[ \t]["'\`]?(?<secretB>(?=[^\s,;]{0,60}\d)(?=[^\s,;]{0,60}[A-Za-z])[^\s,;"'\`]{6,100})["'\`]?[ \t]as[ \t](?:the[ \t]|its[ \t]|your[ \t]|a[ \t])?(?:password|passphrase|secret|token)\b`,
      'dgi',
    ),
  ),
  // A card with the wireless network on it.
  inLine(
    'password',
    ['wifi:', 'wpa', 'wlan', 'wifi', 'wi-fi', 'ssid'],
    /\bWIFI:(?:[TSH]:[^;\n]{0,60};){0,3}P:(?<secretA>[^;\n]{1,100});|\b(?:wpa2?|wpa3|psk|wlan|wi-?fi)[ -]?(?:psk|key|schlüssel|password|passwort|code)?[ \t]{0,3}(?:[:=]|is|ist)[ \t]{0,3}["']?(?<secretB>(?=[^\s"',;]{0,60}\d)(?=[^\s"',;]{0,60}[A-Za-z])(?!\S{0,20}GHz)[^\s"',;]{8,63})/dgi,
  ),
  inLine(
    'wallet seed',
    ['seed', 'mnemonic', 'recovery phrase', 'wallet', 'backup phrase'],
    /\b(?:seed(?:[ _-]?phrase|[ _-]words)?|mnemonic(?:[ _-]?phrase)?|recovery[ _-]phrase|backup[ _-]phrase|wallet)["']?[ \t]{0,3}(?:[:=]|is)[ \t]{0,3}["']?(?<secret>[a-z]{3,8}(?:[ \t]+[a-z]{3,8}){11,23})/dgi,
  ),
  inLine(
    'code',
    [
      'backup code',
      'recovery code',
      'rescue code',
      'scratch code',
      'one-time code',
      'verification code',
      'unlock code',
      'door code',
      'alarm code',
      'gate code',
      'access code',
      'zugangscode',
      'türcode',
      'safe code',
      'pin',
    ],
    /\b(?:(?:backup|recovery|rescue|scratch|one-time|verification|unlock|door|alarm|gate|access|safe)[ -]codes?|zugangscode|türcode|pin(?:[ -]?(?:code|nummer|number))?)\b[ \t]{0,3}(?:[:=#]|is|ist|are|es|est|lautet)[ \t]{0,3}["']?(?<secret>(?=[\w-]{0,20}\d)[\w-]{4,24}(?:[ ,]+(?=[\w-]{0,20}\d)[\w-]{4,24}){0,15})/dgi,
  ),
];

const spacedNames = ['password', 'passwort', 'passwd', 'secret', 'token', 'apikey', 'pwd'].map(
  (name) => name.split('').join(' '),
);

/** Letters with a blank after each, as a program shows UTF-16 that it takes for bytes. */
export const spaced: Rule = block(
  'password',
  spacedNames,
  new RegExp(`(?:${spacedNames.join('|')})(?<secret>(?: \\S){2,200})`, 'diy'),
);
