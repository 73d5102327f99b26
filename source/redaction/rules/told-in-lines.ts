import {block, type Rule} from '../engine/secret-rule.ts';

/** One word with a letter and a digit, alone in its line, and no address and no path. */
const alone = String.raw`(?<secret>(?=[^\s]{0,120}\d)(?=[^\s]{0,120}[A-Za-z])(?![\w+.-]{1,20}:\/\/|[/~$#<-])[^\s]{8,128})[ \t]*(?:\r?\n|$)`;

const passwords = [
  'password',
  'passwort',
  'kennwort',
  'mot de passe',
  'contraseña',
  'senha',
  'wachtwoord',
  'hasło',
];

const account = /\buser_[\w.-]{1,60}\s{0,4}=\s{0,4}"(?<secret>[^"\n]{1,200})"/g;

/** Secrets that a program prints in a line of their own, below the one that says what they are. */
export const toldInLines: readonly Rule[] = [
  block(
    'password',
    passwords,
    new RegExp(
      String.raw`(?:${passwords.join('|')})s?[ \t][^\n]{4,120}[:.][ \t]{0,9}\r?\n(?:[ \t]{0,9}\r?\n){0,2}[ \t]{0,9}(?:new value:[ \t]{0,9})?${alone}`,
      'diy',
    ),
  ),
  // A dialog of SMTP: what answers "Password:" in base64.
  block(
    'credentials',
    ['334 ugfzc3dvcmq6', '334 vxnlcm5hbwu6'],
    /334 (?:UGFzc3dvcmQ6|VXNlcm5hbWU6)[ \t\r\n]{1,6}[<>CS: \t]{0,6}(?<secret>[A-Za-z\d+/]{4,400}={0,2})/diy,
  ),
  // Kafka keeps further accounts as options of the login module.
  {
    words: ['loginmodule'],
    find({text, end}) {
      const options = text.slice(end, end + 4000).split(';', 1)[0] ?? '';
      return [...options.matchAll(account)].map(({index, 0: found, groups}) => {
        const from = end + index + found.length - (groups?.['secret'] ?? '').length - 1;
        return {start: from, end: end + index + found.length - 1, kind: 'password'};
      });
    },
  },
  // expect: what is sent when a password is asked for.
  block(
    'password',
    ['assword'],
    /assword:?[^\n"'{}]{0,10}["'}]?[\s;{]{0,40}send(?:[ \t]+--)?[ \t]+["'{](?<secret>[^"'}\n\\]{3,200})(?:\\[rn]|["'}])/diy,
  ),
];
