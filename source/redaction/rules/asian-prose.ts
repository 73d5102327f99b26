import {inLine, type Rule} from '../engine/secret-rule.ts';

const passwords = [
  'パスワード',
  'パスフレーズ',
  '暗証番号',
  '密码',
  '密碼',
  '口令',
  '비밀번호',
  '암호',
];
const keys = [
  '秘密鍵',
  '秘密键',
  '共有鍵',
  'apiキー',
  'アクセスキー',
  'シークレットキー',
  'トークン',
  '密钥',
  '密鑰',
  '私钥',
  '私鑰',
  '令牌',
  '비밀 키',
  '토큰',
];

/** What joins a name and its value: a verb, a sign, or an opening bracket. */
const joining =
  '(?:[ \\t　]{0,3}(?:は|が|を|是|为|為|设为|設為|改为|改為|設定为|는|은|:|：|=|＝|→)[ \\t　]{0,3}|[ \\t　]{1,3}|(?=[「『“"(（]))[「『“"\'(（]?';

/**
 * Secrets in sentences that have no blanks between words. The value is in Latin letters with a digit,
 * and ends where the sentence goes on.
 */
export const asianProse: readonly Rule[] = [
  inLine(
    'password',
    passwords,
    new RegExp(
      `(?:${passwords.join('|')})${joining}(?<secret>(?=[!-~]{0,60}\\d)(?=[!-~]{0,60}[A-Za-z])(?!1[Pp]assword)[!-&*+./-:;<=>?-~]{4,80})`,
      'dg',
    ),
  ),
  inLine(
    'pin',
    ['暗証番号', '비밀번호'],
    new RegExp(`(?:暗証番号|비밀번호)${joining}(?<secret>\\d{4,8})(?!\\d)`, 'dg'),
  ),
  inLine(
    'key',
    keys,
    new RegExp(
      `(?:${keys.join('|')})${joining}(?<secret>(?=[!-~]{0,60}\\d)(?=[!-~]{0,60}[A-Za-z])[\\w+./=~-]{8,400})`,
      'dgi',
    ),
  ),
];
