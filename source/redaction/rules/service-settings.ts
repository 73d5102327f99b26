import {block, inLine, type Rule} from '../engine/secret-rule.ts';

/** A value in quotes or not. */
const value = String.raw`(?:"(?<secretA>[^"\n]{1,300})"|'(?<secretB>[^'\n]{1,300})'|(?<secretC>[^\s"';,]{1,300}))`;

function setting(words: readonly string[], pattern: string, kind = 'password'): Rule {
  return inLine(kind, words, new RegExp(pattern, 'dgim'));
}

/** Secrets in the settings of usual services, where no name says what they are. */
export const serviceSettings: readonly Rule[] = [
  setting(
    ['requirepass', 'masterauth', 'sentinel auth-pass'],
    String.raw`(?:requirepass|masterauth|auth-pass[ \t]+\S{1,60})[ \t"']+(?!$)${value}`,
  ),
  setting(
    ['acl setuser', 'user '],
    String.raw`(?:^|[ \t"'>])(?:acl[ \t]+setuser|user)[ \t]+\S{1,60}[ \t](?:[^\n]{0,200}[ \t])?>(?<secret>\S{1,300})`,
  ),
  setting(
    ['user ', 'setuser '],
    String.raw`(?:^|[ \t"'>])(?:acl[ \t]+setuser|user)[ \t]+\S{1,60}[ \t](?:[^\n]{0,200}[ \t])?#(?<secret>[\da-f]{64})`,
    'password hash',
  ),
  setting(['psk='], String.raw`\bpsk=["'](?<secret>[^"'\n]{8,63})["']`),
  // One account in a line: user=name:password
  setting(
    ['user=', 'user ='],
    String.raw`(?:^|["'>])[ \t]{0,20}(?:proxy-)?user[ \t]{0,3}=[ \t]{0,3}["']?[\w.@-]{1,60}:(?<secret>(?=[^\s"']{0,60}[A-Za-z])(?=[^\s"']{0,60}[\d!#$%&*?])[^\s"']{5,200})`,
  ),
  // .pgpass: host:port:database:user:password
  setting(
    [':5432:', ':5433:', ':6432:', ':*:', ':5434:', ':3306:'],
    String.raw`(?:^|["'>])[ \t]{0,20}[^\s:#]{1,200}:(?:\d{1,5}|\*):[^\s:]{1,100}:[^\s:]{1,100}:(?<secret>(?:\\.|[^\s\\]){1,300})[ \t]*(?:$|["'<\\}])`,
  ),
  block(
    'password',
    ['machine', 'default'],
    /(?:machine[ \t\r\n]{1,20}\S{1,200}|default)[ \t\r\n]{1,20}(?:(?:login|user)[ \t\r\n]{1,20}\S{1,200}[ \t\r\n]{1,20})?(?:account[ \t\r\n]{1,20}\S{1,100}[ \t\r\n]{1,20})?password[ \t\r\n]{1,20}(?<secret>\S{1,300})/diy,
  ),
  setting(
    ['{plain}', '{cleartext}', '{plain-md5}'],
    String.raw`\{(?:PLAIN|CLEARTEXT|PLAIN-MD5|CRAM-MD5)\}(?<secret>[^\s:]{1,300})`,
  ),
  setting(
    ['psk', 'eap', 'xauth'],
    String.raw`:[ \t]*(?:PSK|EAP|XAUTH|NTLM)[ \t]+${value}[ \t]*(?:$|["'<\\}])`,
  ),
  setting(
    ['community', 'com2sec'],
    String.raw`\b(?:r[ow]community6?|snmp-server[ \t]+community|community(?:[ _-]?string)?(?:[ \t]*[:=]|[ \t]+(?:string|name)?[ \t]*(?:is|:)?)(?=[ \t]+\S{0,40}\d))[ \t]+["']?(?<secretA>(?!string|name|is\b|edition|support|of\b|and\b|for\b|the\b|list|add|member)[^\s"',;]{3,100})|\bcom2sec6?[ \t]+(?:-Cn[ \t]+\S{1,60}[ \t]+)?\S{1,60}[ \t]+\S{1,60}[ \t]+(?<secretB>\S{1,100})`,
    'community',
  ),
  setting(
    ['createuser'],
    String.raw`\bcreateUser[ \t]+(?:-e[ \t]+\S{1,60}[ \t]+)?\S{1,60}[ \t]+(?:MD5|SHA\S{0,4})[ \t]+["']?(?<secretA>[^\s"']{1,100})["']?(?:[ \t]+(?:DES|AES\S{0,4})[ \t]+["']?(?<secretB>[^\s"']{1,100}))?`,
  ),
  setting(
    ['snmp-server user'],
    String.raw`\bsnmp-server[ \t]+user[ \t][^\n]{0,120}?\bauth[ \t]+(?:md5|sha\S{0,4})[ \t]+(?<secretA>\S{1,100})(?:[ \t]+priv[ \t]+(?:des|3des|aes)(?:[ \t]+\d{3})?[ \t]+(?<secretB>\S{1,100}))?`,
  ),
  setting(
    ['enable secret', 'enable password'],
    String.raw`\benable[ \t]+(?:secret|password)[ \t]+(?:level[ \t]+\d{1,2}[ \t]+)?(?:\d[ \t]+)?(?<secret>(?!level)[^\s]{3,300})`,
  ),
  setting(
    ['tacacs', 'radius', 'message-digest-key', 'key-string', 'crypto isakmp key', 'wpa-psk'],
    String.raw`\b(?:(?:tacacs|radius)(?:-server)?[ \t][^\n]{0,120}?\bkey|message-digest-key[ \t]+\d{1,3}[ \t]+md5|key-string|crypto[ \t]+isakmp[ \t]+key|wpa-psk[ \t]+(?:ascii|hex))[ \t]+(?:\d[ \t]+)?(?<secret>[^\s]{3,300})`,
  ),
  setting(
    ['username '],
    String.raw`(?:^|["'>])[ \t]{0,20}[ \t]*username[ \t]+\S{1,60}[ \t](?:[^\n]{0,80}[ \t])?(?:secret|password)[ \t]+(?:\d{1,3}[ \t]+)?(?<secret>[^\s]{3,300})`,
  ),
  setting(
    ['neighbor '],
    String.raw`\bneighbor[ \t]+\S{1,60}[ \t]+password[ \t]+(?:\d[ \t]+)?(?<secret>[^\s]{3,300})`,
  ),
  setting(['stats auth'], String.raw`\bstats[ \t]+auth[ \t]+[^\s:]{1,60}:(?<secret>\S{1,300})`),
  setting(['insecure-password'], String.raw`\binsecure-password[ \t]+(?<secret>\S{1,300})`),
  setting(['login='], String.raw`\blogin=[^\s:"'&]{1,60}:(?<secret>[^\s"']{1,300})`),
  // Postfix: [smtp.example.com]:587 name:password
  setting(
    [']:587', ']:465', ']:25', ']:2525'],
    String.raw`(?:^|["'>])[ \t]{0,20}\[[\w.-]{1,200}\]:\d{1,5}[ \t]+[^\s:]{1,200}:(?<secret>\S{1,300})`,
  ),
  setting(
    ['<<"'],
    String.raw`\b\w{0,40}(?:pass|password|secret|cookie)[ \t]{0,4},[ \t]{0,4}<<"(?<secret>[^"\n]{1,300})">>`,
  ),
  setting(
    ['$user'],
    String.raw`\$USER\d{1,3}\$=(?<secret>(?![/$])(?=[^\n]{0,200}[A-Za-z\d])[^\s/]{4,200})[ \t]*$`,
  ),
  block(
    'password',
    ['[admins]'],
    /\[admins\][ \t\r\n]{1,9}(?:[ \t]{0,9};[^\n]{0,200}\r?\n){0,20}[\w.@-]{1,60}[ \t]{0,9}=[ \t]{0,9}(?<secret>[^\s]{3,200})/diy,
  ),
  setting(
    ['sqlconnectinfo'],
    String.raw`\bSQLConnectInfo[ \t]+\S{1,200}[ \t]+\S{1,60}[ \t]+(?<secret>\S{2,200})`,
  ),
  setting(
    ['mysql_servers', 'pgsql_servers'],
    String.raw`\b(?:mysql|pgsql)_servers[ \t]*=[ \t]*[^\s/]{1,200}\/[^\s/]{1,60}\/[^\s/]{1,60}\/(?<secret>\S{2,200})`,
  ),
  setting(['authinfo'], String.raw`\bAuthInfo:[^\n]{0,200}?"P[:=](?<secret>[^"\n]{2,200})"`),
  // pppd: client, server, secret, addresses
  setting(
    [' * ', '\t*\t', ' *\t', '\t* '],
    String.raw`^[ \t]{0,20}["']?[\w.@*-]{1,60}["']?[ \t]+\*[ \t]+(?:"(?<secretA>[^"\n]{4,200})"|(?<secretB>(?=[^\s"]{0,60}\d)(?=[^\s"]{0,60}[A-Za-z])[^\s"]{6,200}))(?:[ \t]+[*\d./]{1,40})?[ \t]*$`,
  ),
  setting(
    ['pwd={', 'password={'],
    String.raw`\b(?:pwd|password)=\{(?<secret>(?=[^}\n]{0,60}[\d!#$%&*?])[^}\n]{4,200})\}`,
  ),
  // SQL
  setting(
    ['identified'],
    String.raw`\bidentified[ \t]+(?:with[ \t]+['"]?[\w.]{1,60}['"]?[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+|values[ \t]+)?${value}`,
  ),
  setting(
    ['password'],
    String.raw`\b(?:role|user|login|group|with|encrypted|by|for|alter|create)\b[^\n;]{0,200}?\bpassword[ \t]{0,4}=?[ \t]{0,4}N?'(?<secretA>[^'\n]{1,300})'|\bpassword[ \t]{0,3}\([ \t]{0,3}'(?<secretB>[^'\n]{1,300})'`,
  ),
  setting(
    ['gen_salt', 'digest('],
    String.raw`\b(?:crypt|digest)\([ \t]{0,3}'(?<secret>[^'\n]{1,300})'[ \t]{0,3},`,
  ),
  // What mail, file and cache servers are told at the beginning
  block(
    'credentials',
    ['auth '],
    /auth[ \t]{1,4}(?:plain|login|xoauth2|cram-md5|gssapi|ntlm|external|digest-md5)[ \t]{1,4}(?<secret>[A-Za-z\d+/]{6,2000}={0,2})/diy,
  ),
  block(
    'credentials',
    ['auth login'],
    /auth login[ \t]{0,4}\r?\n(?:[^\n]{0,4}334[^\n]{0,80}\r?\n)?[<>CS: \t]{0,6}(?<secretA>[A-Za-z\d+/]{4,400}={0,2})[ \t]{0,4}\r?\n(?:[^\n]{0,4}334[^\n]{0,80}\r?\n)?[<>CS: \t]{0,6}(?<secretB>[A-Za-z\d+/]{4,400}={0,2})/diy,
  ),
  inLine(
    'password',
    ['pass '],
    /^[ \t]{0,20}(?:[<>][ \t]*|[CS]:[ \t]*|--->[ \t]*)?PASS[ \t]+(?<secret>[^\s]{3,300})[ \t]*$/dgm,
  ),
  inLine(
    'password',
    ['login '],
    /(?:^|["'>])[ \t]{0,20}(?:[<>][ \t]*|[CS]:[ \t]*)?[A-Za-z]{0,4}\d{1,6}[ \t]+LOGIN[ \t]+["']?[^\s"']{1,200}["']?[ \t]+["']?(?<secret>[^\s"']{1,300})/dgm,
  ),
  inLine(
    'password',
    ['auth ', 'auth"'],
    /(?:^|["'>])[ \t]{0,20}(?:[<>][ \t]*|[\d.]+:\d+(?:\[\d+\])?>[ \t]*|[+\d.]{0,30}[ ]*\[[^\]\n]{1,60}\][ ]*)?\\?"?AUTH\\?"?[ \t]+(?!plain|login|xoauth2|cram|gssapi|ntlm|external|digest|tls|ssl|required|failed|error|ok)(?:["']?[\w-]{1,60}["']?[ \t]+)?\\?["']?(?<secret>(?=[^\s"']{0,100}[\d!#$%&*@])[^\s"']{4,300})["']?[ \t]*(?:$|["'}])/dgim,
  ),
];
