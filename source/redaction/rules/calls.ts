import {inLine, type Rule} from '../engine/secret-rule.ts';

const text = (name: string) =>
  String.raw`[bruf]?(?:'(?<${name}A>[^'\n]{1,200})'|"(?<${name}B>[^"\n]{1,200})")`;
const other = String.raw`[bruf]?(?:'[^'\n]{0,300}'|"[^"\n]{0,300}"|[\w.$()[\]]{1,80})`;
const next = String.raw`[ \t]{0,10},[ \t]{0,10}`;

/** A name and a password as the arguments of a call that logs in, in the languages of programs. */
export const calls: readonly Rule[] = [
  inLine(
    'password',
    [
      'auth=(',
      'auth = (',
      'basicauth(',
      'digestauth(',
      'networkcredential(',
      'credentials.basic(',
      'setbasicauth(',
      'basic_auth(',
      'pscredential(',
    ],
    new RegExp(
      String.raw`(?:\bauth[ \t]?=[ \t]?|(?:basic_?auth|digestauth|networkcredential|credentials\.basic|pscredential))\([ \t]{0,5}${other}${next}${text('secret')}`,
      'dgi',
    ),
  ),
  inLine(
    'password',
    [
      'mysqli_connect(',
      'new mysqli(',
      'pymysql.connect(',
      'mysqldb.connect(',
      'getconnection(',
      'new pdo(',
      'ldap_bind(',
      'simple_bind_s(',
      'ftp_login(',
      'imap_open(',
    ],
    new RegExp(
      String.raw`(?:mysqli_connect|new[ \t]mysqli|(?:pymysql|mysqldb)\.connect|getconnection|new[ \t]pdo|ldap_bind|ftp_login|imap_open)\([ \t]{0,5}${other}${next}${other}${next}${text('secret')}`,
      'dgi',
    ),
  ),
  inLine(
    'password',
    ['.login(', 'simple_bind_s('],
    new RegExp(
      String.raw`(?:\b(?:smtp|server|mail|imap|ftp|s|m|client|conn|connection|session)\.login|simple_bind_s)\([ \t]{0,5}${text('name')}${next}${text('secret')}`,
      'dgi',
    ),
  ),
];
