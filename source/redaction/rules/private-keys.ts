import {block, token, type Rule} from '../engine/secret-rule.ts';

const label = '[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?';
const keyLines = String.raw`(?:(?:\\[nr]|\s){0,20}[A-Za-z0-9+/=]{16,2000})*(?:(?:\\[nr]|\s){0,20}[A-Za-z0-9+/]{1,15}={0,2}(?=[\\\s"']|$))?`;

/** Keys with a beginning and an end of their own; also where one of the two was cut off. */
export const privateKeys: readonly Rule[] = [
  block(
    'private key',
    ['-----begin '],
    new RegExp(
      `-----BEGIN ${label}-----(?:(?!-----BEGIN )[\\s\\S]){0,16384}?-----END ${label}-----`,
      'dy',
    ),
  ),
  block('private key', ['-----begin '], new RegExp(`-----BEGIN ${label}-----${keyLines}`, 'dy')),
  block(
    'private key',
    ['---- begin ssh2 encrypted'],
    /---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----[\s\S]{0,8000}?---- END/dy,
  ),
  block(
    'private key',
    ['putty-user-key-file-'],
    /PuTTY-User-Key-File-\d:[\s\S]{0,4000}?Private-Lines: \d{1,3}\r?\n(?<secret>(?:[ \t]{0,20}[A-Za-z\d+/=]{1,80}\r?\n){1,100})/dy,
  ),
  {
    words: ['-----end '],
    find({text, start}) {
      if (!new RegExp(`^-----END ${label}-----`).test(text.slice(start, start + 80))) return [];
      const before = text.slice(Math.max(0, start - 16384), start);
      const lines = /(?:(?:^|\n)[A-Za-z0-9+/=]{1,80}(?=\r?\n)){1,400}\r?\n$/.exec(before)?.[0];
      return lines
        ? [{start: start - lines.trimStart().length, end: start, kind: 'private key'}]
        : [];
    },
  },
  // The number that makes a JSON web key a private one, and the others from which it follows.
  block('private key', ['"d"'], /"d"\s{0,5}:\s{0,5}"(?<secret>[\w-]{20,1000}={0,2})"/dy),
  block(
    'private key',
    ['"p"', '"q"', '"dp"', '"dq"', '"qi"'],
    /"(?:p|q|dp|dq|qi)"\s{0,5}:\s{0,5}"(?<secret>[\w-]{60,1000}={0,2})"/dy,
  ),
  block('key', ['"k"'], /"k"\s{0,5}:\s{0,5}"(?<secret>[\w-]{20,1000}={0,2})"/dy),
  token(
    'private key',
    ['privatekey', 'presharedkey'],
    /(?:PrivateKey|PresharedKey)[ \t]{0,5}=[ \t]{0,5}(?<secret>[A-Za-z\d+/]{43}=)/diy,
  ),
];

/** Hashes of passwords: whoever has one can try passwords against it, anywhere and fast. */
export const passwordHashes: readonly Rule[] = [
  ...[
    '$1$',
    '$2a$',
    '$2b$',
    '$2x$',
    '$2y$',
    '$5$',
    '$6$',
    '$7$',
    '$y$',
    '$gy$',
    '$apr1$',
    '$argon2',
    '$scrypt$',
    '$sha1$',
    '$md5',
    '$pbkdf2',
    '$8$',
    '$9$',
    '$14$',
    '$h$',
    '$p$',
    '$s$',
    '$krb5',
    '$dcc2$',
    '$keepass$',
  ].map((start) =>
    block(
      'password hash',
      [start],
      /\$(?:1|2[abxy]|5|6|7|8|9|14|y|gy|apr1|argon2(?:id?|d)|s?crypt|sha1|md5|pbkdf2(?:-sha\d+)?|H|P|S|DCC2|keepass|krb5(?:tgs|asrep|pa))\$[\w./$=,+*#@-]{12,2000}/dy,
    ),
  ),
  block(
    'password hash',
    [
      '{sha}',
      '{ssha',
      '{smd5}',
      '{md5}',
      '{crypt}',
      '{pbkdf2',
      '{argon2}',
      '{ssha256}',
      '{ssha512}',
      '{bcrypt}',
    ],
    /\{(?:S?SHA(?:256|512)?|S?MD5|CRYPT|PBKDF2(?:-SHA\d+)?|ARGON2|bcrypt|BCRYPT)\}[\w./$=,+-]{12,256}={0,2}/diy,
  ),
  block(
    'password hash',
    ['scram-sha-'],
    /SCRAM-SHA-\d{1,3}\$\d{1,7}:[\w+/=]{8,200}\$[\w+/=]{20,200}:[\w+/=]{20,200}/dy,
  ),
  block(
    'password hash',
    ['pbkdf2_sha', 'bcrypt_sha256$', 'pbkdf2:sha', 'scrypt:', 'argon2$', 'sha512_crypt'],
    /(?:pbkdf2_sha\d{1,3}|bcrypt_sha256|argon2|pbkdf2:sha\d{1,3}:\d{1,8}|scrypt:\d{1,7}:\d{1,3}:\d{1,3})\$[\w./$=,+:-]{20,300}/dy,
  ),
  block(
    'password hash',
    ['grub.pbkdf2'],
    /grub\.pbkdf2\.sha\d{1,3}\.\d{1,9}\.[\dA-F]{8,600}(?:\.[ \t]?[\dA-F]{2,600})?/diy,
  ),
  token(
    'password hash',
    ['sha1$', 'sha256$', 'sha512$', 'md5$'],
    /(?:sha1|sha256|sha512|md5)\$[\w./+-]{1,64}\$[\da-f]{32,128}/diy,
  ),
  token(
    'encrypted secret',
    ['$ansible_vault'],
    /\$ANSIBLE_VAULT;[\w.;-]{3,80}\r?\n(?<secret>(?:[ \t]{0,40}[\da-f]{2,80}(?:\r?\n|$)){1,400})/diy,
  ),
  token('password hash', ['pbkdf2-'], /pbkdf2-[\da-f]{40,128},[\da-f]{8,64},\d{1,8}/diy),
  // What programs of IBM, Oracle and Eclipse do to a password so that it is not read at a glance.
  block(
    'hidden password',
    ['{des}', '{3des}', '{aes}', '{xor}', '{obf}'],
    /\{(?:3?DES|AES|xor|OBF)\}[A-Za-z\d+/]{6,400}={0,2}/diy,
  ),
  token('hidden password', ['obf:', 'crypt:'], /(?:OBF:[\da-z]{8,400}|CRYPT:[\w./]{11,100})/dy),
  block('password hash', ['md5'], /md5[\da-f]{32}(?![\da-f])/dy),
  {
    // NTLM, as secretsdump and Samba write it: name:id:LM:NT:::
    words: [':::'],
    find({text, start, end}) {
      const before = /[^\s:]{1,64}:\d{1,10}:(?<secret>[\dA-Fa-f]{32}:[\dA-Fa-f]{32})$/.exec(
        text.slice(Math.max(0, start - 160), start),
      );
      const length = before?.groups?.['secret']?.length ?? 0;
      return before ? [{start: start - length, end, kind: 'password hash'}] : [];
    },
  },
  {
    // Net-NTLMv2
    words: ['::'],
    find({text, start}) {
      const after = /^::[^\s:]{0,64}:[\dA-Fa-f]{16}:[\dA-Fa-f]{32}:[\dA-Fa-f]{16,1000}/.exec(
        text.slice(start, start + 1200),
      )?.[0];
      return after ? [{start, end: start + after.length, kind: 'password hash'}] : [];
    },
  },
  {
    // MySQL since 4.1
    words: ['*'],
    find({text, start}) {
      return /^\*[\dA-F]{40}(?![\dA-Fa-f])/.test(text.slice(start, start + 42))
        ? [{start, end: start + 41, kind: 'password hash'}]
        : [];
    },
  },
];
