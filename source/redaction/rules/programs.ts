import {inLine, isAtStart, type Rule} from '../engine/secret-rule.ts';
import {judgeKey} from './secret-names.ts';
import {isSecretValue, readValue} from './values.ts';

const list = (text: string): readonly string[] => text.split(' ');

/** One argument: in quotes, or up to a blank. */
export const argument = String.raw`(?:'(?<secretA>[^'\n]{1,400})'|"(?<secretB>[^"\n]{1,400})"|(?<secretC>[^\s'"|;&)\]}]{1,400}))`;

/** After the program: whatever stands before the option, in the same command. */
const before = String.raw`(?:\.exe)?\b[^\n|;]{0,400}?[\s'",]`;

/** The option with its value after a blank or `=`, or with `glued` right behind it. */
function option(names: string, isGlued = false): string {
  return `(?:${names})${isGlued ? String.raw`[ \t=]?` : String.raw`(?:[ \t]+|=)`}(?![-<$])${argument}`;
}

/** What one of these programs is told; capitals tell one option from another. */
function strictly(programs: readonly string[], tail: string): Rule {
  const pattern = new RegExp(String.raw`\b(?:${programs.join('|')})${before}${tail}`, 'dg');
  const rule = inLine(
    'password',
    programs.flatMap((name) => [`${name} `, `${name}.exe `]),
    pattern,
  );
  // Many programs have names that are pieces of words.
  return {...rule, find: (hit) => (isAtStart(hit.text, hit.start) ? rule.find(hit) : [])};
}

/** `-u name:password` */
const namedUser = (names: string) =>
  String.raw`(?:${names})[ \t=]*(?:'[^':\n]{1,100}:(?<secretA>[^'\n]{1,400})'|"[^":\n]{1,100}:(?<secretB>[^"\n]{1,400})"|[^\s'":]{1,100}:(?<secretC>[^\s'"|;&]{1,400}))`;

const databases = list(
  'mysql mysqldump mysqladmin mariadb mariadb-dump mysqlimport mysqlshow mycli xtrabackup mysqlcheck mysqlsh innobackupex mysqlpump',
);

const snmp = list(
  'snmpwalk snmpget snmpset snmpbulkwalk snmpbulkget snmptrap snmpstatus snmptable snmpgetnext check_snmp onesixtyone',
);

/** What programs take as a password without its name being said. */
export const programOptions: readonly Rule[] = [
  strictly(databases, String.raw`-p${argument}`),
  strictly(
    list('curl wget http https xh curlie'),
    namedUser('-u|--user|--proxy-user|-U|-a|--auth|-E|--cert'),
  ),
  strictly(
    ['check_http', 'check_curl', 'check_https'],
    namedUser('-a|-b|--authorization|--proxy-authorization'),
  ),
  strictly(
    list('redis-cli valkey-cli keydb-cli redis-benchmark iredis'),
    option('-a|--pass|--askpass'),
  ),
  inLine(
    'password',
    ['openssl', 'pass:'],
    /(?<![\w:-])(?:-pass(?:in|out)?[ \t=]+|["'= \t])pass:(?<secret>[^\s"'|;]{1,400})/dg,
  ),
  strictly(['openssl'], option('-k|-K|-password|-passphrase')),
  strictly(
    list(
      'sshpass 7z 7za 7zz rar unrar zip unzip cqlsh twine beeline mongo mongosh mongodump mongorestore mongoexport mongoimport mongostat mongotop check_mongodb rdesktop psexec ncftp ncftpput check_mysql check_pgsql check_mysql_query check_radius check_dbi lftp cypher-shell couchbase-cli cbbackupmgr tsm tabcmd oc docker podman helm skopeo buildah nerdctl crane oras ctr az faas-cli argocd rancher snowsql smbmap crackmapexec nxc evil-winrm ipmi-sensors ipmipower odoo ldapvi kaf nats solr rabbitmqadmin pscp plink sftp winscp cf ibmcloud bx hdbsql dbaccess arangosh nexus svn rsh xsql',
    ),
    String.raw`(?:-p|-pw|-hp|-P|--password)(?:[ \t]+|=|(?=['"]|[^\s:/]*[A-Za-z]))(?![-<$/.])(?!\d{1,5}(?::\d{1,5})?(?:\/(?:tcp|udp))?(?:\s|$))(?![\d.:]{1,40}:\d)${argument}`,
  ),
  strictly(
    [
      'ldapsearch',
      'ldapadd',
      'ldapmodify',
      'ldapdelete',
      'ldapwhoami',
      'ldappasswd',
      'ldapcompare',
      'ldapmodrdn',
      'net ads',
      'wbinfo',
    ],
    option('-w|-s', true),
  ),
  strictly(snmp, option('-c|-C|--community')),
  strictly(snmp, option('-A|--authpasswd?')),
  strictly(snmp, option('-X|--privpasswd?')),
  strictly(
    list(
      'ipmitool sqlcmd bcp isql osql tsql mosquitto_pub mosquitto_sub mosquitto_rr check_ldap check_ldaps ssh-keygen racadm check_ipmi_sensor kafkacat tsqlx',
    ),
    option('-P|-N|--pw', true),
  ),
  strictly(['ssh-keygen'], option('-N|-P')),
  strictly(
    list(
      'racadm rdesktop xfreerdp wfreerdp freerdp cmdkey wmic schtasks winrs sc.exe logman mstsc net runas psexec',
    ),
    String.raw`(?:\/(?:p|pass|password|rp|pwd):|\/rp[ \t]+|-p[ \t]+)(?![-<$/])${argument}`,
  ),
  inLine(
    'password',
    ['net use', 'net user'],
    /\bnet[ \t]+use[ \t]+(?:[A-Za-z*]:?[ \t]+)?\\\\[^\s]{1,200}[ \t]+(?![/*])(?<secret>[^\s"]{1,200}|"[^"\n]{1,200}")|\bnet[ \t]+use[^\n]{1,300}\/user:[^\s]{1,100}[ \t]+(?![/*])(?<secretB>[^\s]{1,200})|\bnet[ \t]+user[ \t]+\S{1,60}[ \t]+(?![/*])(?<secretC>\S{1,200})/dgi,
  ),
  inLine(
    'password',
    ['--from-literal'],
    /--from-literal(?:=|[ \t]+)["']?[\w.-]{1,100}=(?<secret>[^\s"']{1,400})/dg,
  ),
  inLine(
    'password',
    ['rabbitmqctl'],
    /\brabbitmqctl[^\n]{0,100}?(?:add_user|change_password|authenticate_user)[ \t]+['"]?[^\s'"]{1,100}['"]?[ \t]+['"]?(?<secret>[^\s'"]{1,400})/dg,
  ),
  inLine(
    'password',
    ['htpasswd'],
    /\bhtpasswd[ \t]+(?:-\w{1,6}[ \t]+)*-\w{0,5}b\w{0,5}[ \t]+(?:-\w{1,6}[ \t]+(?:\d{1,3}[ \t]+)?)*(?:[^\s-][^\s]{0,200}[ \t]+)?[^\s]{1,100}[ \t]+(?<secret>[^\s]{1,400})[ \t]*(?:$|[|;&\n])/dg,
  ),
  strictly(
    list('smbclient rpcclient smbget mount.cifs smbmount winexe'),
    String.raw`(?:-U|--user)[ \t=]*['"]?[^\s%'"]{1,100}%(?<secret>[^\s'"]{1,400})`,
  ),
  strictly(['lftp', 'ncftp'], String.raw`-u[ \t]*['"]?[^\s,'"]{1,100},(?<secret>[^\s'"]{1,400})`),
  strictly(
    ['nmcli'],
    String.raw`(?:password|wifi-sec\.psk|802-1x\.password|wep-key\d?)[ \t]+${argument}`,
  ),
  strictly(['db2'], String.raw`using[ \t]+${argument}`),
  strictly(
    ['mkpasswd'],
    String.raw`(?!-)(?<secret>(?=[^\s]{0,60}[\d!#$%&*?])(?!sha-|md5|des)[^\s'"|;&]{5,200})`,
  ),
  inLine(
    'password',
    ['openssl passwd'],
    /\bopenssl[ \t]+passwd[ \t]+(?:-(?:salt[ \t]+\S{1,40}|\w{1,10})[ \t]+){0,4}["']?(?<secret>[^\s"'-][^\s"']{2,200})/dg,
  ),
  strictly(
    ['add-user.sh', 'add-user.bat'],
    String.raw`(?:-u[ \t]+)?[\w.@]{1,60}[ \t]+(?:-p[ \t]+)?(?<secret>[^\s'"|;&-][^\s'"|;&]{3,200})`,
  ),
  strictly(
    ['nsupdate', 'dig', 'rndc'],
    String.raw`-y[ \t]+["']?(?:[\w-]{1,30}:)?[\w.-]{1,100}:(?<secret>[A-Za-z\d+/]{8,200}={0,2})`,
  ),
  inLine(
    'token',
    [
      'vault login',
      'cargo login',
      'fly auth',
      'flyctl auth',
      'doppler configure set token',
      'railway login',
    ],
    /\b(?:vault[ \t]+login|cargo[ \t]+login|(?:fly|flyctl)[ \t]+auth[ \t]+token)[ \t]+(?:-\S+[ \t]+)*(?<secret>(?!-|method=)[^\s-][^\s]{11,400})/dg,
  ),
  inLine(
    'password',
    [
      'chpasswd',
      'sudo -s',
      'sudo -ks',
      'passwd --stdin',
      'password-stdin',
      'kinit',
      'cryptsetup',
      'smbpasswd',
      'gcloud secrets',
      'docker secret',
      'podman secret',
      'gh secret',
      'wrangler secret',
      'vercel env',
    ],
    /\b(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?(?:['"]%s(?:\\n)?['"][ \t]+)?(?:'(?<secretA>[^'\n]{1,300})'|"(?<secretB>[^"\n$]{1,300})"|(?<secretC>[^\s'"$|]{1,300}))[ \t]*\|[ \t]*(?:sudo[ \t]+)?(?:chpasswd|sudo[ \t]+-\w*S|passwd[ \t]+--stdin|[^\n|]{1,200}--password-stdin|kinit|cryptsetup|smbpasswd|(?:gcloud[ \t]+secrets|(?:docker|podman|gh|wrangler)[ \t]+secret|vercel[ \t]+env)\b)/dgi,
  ),
  inLine(
    'password',
    ['convertto-securestring'],
    /ConvertTo-SecureString[ \t]+(?:-\w{1,20}[ \t]+){0,3}["'](?<secret>[^"'\n]{1,400})["']/dgi,
  ),
  inLine(
    'password',
    ['radtest', 'radclient'],
    /\bradtest[ \t]+(?:-\S+[ \t]+(?:\S+[ \t]+)?)?\S{1,100}[ \t]+(?<secretA>\S{1,200})[ \t]+\S{1,200}[ \t]+\d{1,5}[ \t]+(?<secretB>\S{1,200})/dg,
  ),
  inLine(
    'password',
    ['wpa_passphrase'],
    /\bwpa_passphrase[ \t]+(?:"[^"\n]{1,60}"|\S{1,60})[ \t]+(?<secret>\S{8,63})/dg,
  ),
  inLine(
    'key',
    ['mc alias set', 'mc config host add'],
    /\bmc[ \t]+(?:alias[ \t]+set|config[ \t]+host[ \t]+add)[ \t]+\S{1,60}[ \t]+\S{1,200}[ \t]+\S{1,200}[ \t]+(?<secret>\S{1,200})/dg,
  ),
  inLine(
    'password',
    ['useradd', 'usermod', 'adduser'],
    /\b(?:useradd|usermod)[^\n]{0,200}?[ \t](?:-p|--password)[ \t=]+['"]?(?<secret>[^\s'"]{1,200})/dg,
  ),
  inLine(
    'password',
    ['influx ', 'influxd'],
    /\binflux\b[^\n|;]{0,200}?[ \t](?:-t|--token|-password|-p)[ \t=]+['"]?(?<secret>[^\s'"]{6,200})/dg,
  ),
  {
    // `ENV DB_PASSWORD x`, `setx DB_PASSWORD x`, `aws configure set aws_secret_access_key x`
    words: ['env ', 'arg ', 'setx ', 'setenv ', 'set ', 'fastcgi_param ', 'passenv '],
    find({text, end}) {
      const match = /^(?:-\w{1,3}[ \t]+)*["']?(?<name>[\w.:/-]{2,80})["']?[ \t]+/.exec(
        text.slice(end, end + 140),
      );
      const judged = judgeKey(match?.groups?.['name'] ?? '');
      if (!match || judged?.strength !== 'strong' || !/[_A-Z:.]/.test(match.groups?.['name'] ?? ''))
        return [];
      const value = readValue(text, end + match[0].length);
      return value &&
        !/^[=-]/.test(text.slice(value.start, value.end)) &&
        isSecretValue(text, value, judged)
        ? [{start: value.start, end: value.end, kind: judged.kind}]
        : [];
    },
  },
];
