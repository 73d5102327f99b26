import type {Kinds} from './planting.ts';

/** As the manuals of services and programs have it, each by its first line. */
export const manualKinds: Kinds = {
  'user worker on #… ~* +@all': 'user worker on #⟦{h64}⟧ ~* +@all',
  'KafkaServer {':
    'KafkaServer {\n  org.apache.kafka.common.security.plain.PlainLoginModule required\n  username="admin"\n  password="⟦admin-s3⟧"\n  user_admin="⟦admin-s3⟧"\n  user_alice="⟦al1ce-pw⟧";\n};',
  'ldap_default_authtok = …': 'ldap_default_authtok = ⟦Ld4pTok⟧',
  'wg set wg0 private-key <(echo …=)':
    'wg set wg0 private-key <(echo ⟦yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk⟧=)',
  'network={': 'network={\n ssid="Guest"\n psk="⟦our guest wifi⟧"\n}',
  'nmcli dev wifi connect Office password …':
    'nmcli dev wifi connect Office password ⟦Kaff33Klatsch⟧',
  'ansible_password: !vault |':
    'ansible_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  ⟦{h80}⟧\n  6431626536303530376336343832656537303632313433360a626438346336353331386135323734',
  'S: 334 VXNlcm5hbWU6':
    'S: 334 VXNlcm5hbWU6\nC: YWRtaW4=\nS: 334 UGFzc3dvcmQ6\nC: ⟦aHVudGVyMmh1bnRlcg⟧==',
  'Twilio: ACa1b2c3d4e5f60718293a4b5c6d7e8f90a / auth token …':
    'Twilio: ACa1b2c3d4e5f60718293a4b5c6d7e8f90a / auth token ⟦{h32}⟧',
  'requests.get(url, auth=("bob", "…"))': 'requests.get(url, auth=("bob", "⟦pyth0nPw⟧"))',
  'K10abcdef0123456789abcdef::server:…': 'K10abcdef0123456789abcdef::server:⟦9f8e7d6c5b4a⟧',
  'elasticsearch-setup-passwords: PASSWORD elastic = …':
    'elasticsearch-setup-passwords: PASSWORD elastic = ⟦7GkQp2xW9z⟧',
  'Password for the [elastic] user successfully reset.':
    'Password for the [elastic] user successfully reset.\nNew value: ⟦7GkQp2xW9z+aB⟧',
  'Jenkins initial setup is required. Please use the following':
    'Jenkins initial setup is required. Please use the following password to proceed to installation:\n\n⟦{h32}⟧\n',
  'A temporary password is generated for root@localhost: …':
    'A temporary password is generated for root@localhost: ⟦r;Xk2#qPzL7v⟧',
  'turnserver: static-auth-secret=…':
    'turnserver: static-auth-secret=⟦c0turnSecret⟧\nuser=bob:⟦t0rnPw⟧',
  'rsync --password-file=<(echo …) x': 'rsync --password-file=<(echo ⟦rsyncP4⟧) x',
  'cf login -u bob -p … -o org': 'cf login -u bob -p ⟦cfPw99⟧ -o org',
  'expect "assword:" ; send "…\\r"': 'expect "assword:" ; send "⟦exp3ctPw⟧\\r"',
  'Grub: password_pbkdf2 root grub.pbkdf2.sha512.10000.…. AB12':
    'Grub: password_pbkdf2 root grub.pbkdf2.sha512.10000.⟦9CA4611006FE96BC77A⟧. AB12',
  'luks: cryptsetup open --key-file <(echo -n …) /dev/sdb x':
    'luks: cryptsetup open --key-file <(echo -n ⟦luksPw9⟧) /dev/sdb x',
  '[admins]': '[admins]\nadmin = -pbkdf2-⟦{h40}⟧,9f8e7d6c,10',
  '[admins] again': '[admins]\nadmin = ⟦C0uchPw9⟧',
  'nomad: Secret ID    = …': 'nomad: Secret ID    = ⟦9f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0⟧',
  'TLSPSKIdentity=PSK 001': 'TLSPSKIdentity=PSK 001\nTLSPSKValue=⟦{h64}⟧',
  '$USER3$=…': '$USER3$=⟦n4giosPw⟧',
  'samba: ldap admin dn = cn=x': 'samba: ldap admin dn = cn=x\nsmbpasswd -a bob <<< "⟦smb4new9⟧"',
  'auth_pass …': 'auth_pass ⟦1111pw⟧',
  'proftpd: SQLConnectInfo ftp@localhost ftpuser …':
    'proftpd: SQLConnectInfo ftp@localhost ftpuser ⟦ftpP4ss⟧',
  'exim: hide mysql_servers = localhost/exim/exim/…':
    'exim: hide mysql_servers = localhost/exim/exim/⟦3ximPw⟧',
  'nsupdate -y hmac-sha256:ddns:…==': 'nsupdate -y hmac-sha256:ddns:⟦{a22}⟧==',
  'pppd chap-secrets': 'pppd chap-secrets\nbob  *  "⟦pppS3cret⟧"  *',
  'DRIVER={ODBC Driver 17};SERVER=db;UID=sa;PWD={…}':
    'DRIVER={ODBC Driver 17};SERVER=db;UID=sa;PWD={⟦0dbcPw9⟧}',
  'jetty: OBF:…': 'jetty: OBF:⟦{l32}⟧',
  '{DES}…==': '{DES}⟦u/Gu5posvwDsXUnV5Zaq4g⟧==',
  '{xor}…=': '{xor}⟦Lz4sLCgwLTs⟧=',
  'weblogic: {AES}…=': 'weblogic: {AES}⟦WDhZb5/IP95P4eM8jwYITiZs01kawSeliV59aFog1jE⟧=',
  'add-user.sh bob …': 'add-user.sh bob ⟦w1ldfly9⟧',
  'vercel env add DB_PASSWORD production <<< …':
    'vercel env add DB_PASSWORD production <<< ⟦v3rcelPw⟧',
  'wrangler secret put API_KEY <<< …': 'wrangler secret put API_KEY <<< ⟦cl0udfl4re⟧',
  'doppler secrets set STRIPE_KEY …': 'doppler secrets set STRIPE_KEY ⟦d0pplerK3y⟧',
  'gh secret set DEPLOY_KEY --body "…"': 'gh secret set DEPLOY_KEY --body "⟦ghS3cretBody⟧"',
  'echo -n "…" | gcloud secrets create db --data-file=-':
    'echo -n "⟦myS3cretVal⟧" | gcloud secrets create db --data-file=-',
  'aws ssm put-parameter --name /db/pw --type SecureString --va':
    'aws ssm put-parameter --name /db/pw --type SecureString --value ⟦ssmS3cret9⟧',
  'az keyvault secret set --vault-name v --name db --value …':
    'az keyvault secret set --vault-name v --name db --value ⟦azKvS3cret⟧',
  'consul kv put db/password …': 'consul kv put db/password ⟦c0nsulPw⟧',
  'etcdctl put /db/password …': 'etcdctl put /db/password ⟦3tcdSecret9⟧',
  'mkpasswd -m sha-512 …': 'mkpasswd -m sha-512 ⟦mkp4sswd9⟧',
  'openssl passwd -6 …': 'openssl passwd -6 ⟦0pensslPw⟧',
  'gpg --passphrase-fd 0 <<< …': 'gpg --passphrase-fd 0 <<< ⟦gpgP4ssHere⟧',
  'New-ADUser -AccountPassword (ConvertTo-SecureString -AsPlain':
    'New-ADUser -AccountPassword (ConvertTo-SecureString -AsPlainText "⟦n3wAdUser⟧" -Force)',
  'ncpa: community_string = …': 'ncpa: community_string = ⟦ncp4tok⟧',
  'sendmail: AuthInfo:mail "U:bob" "P:…"': 'sendmail: AuthInfo:mail "U:bob" "P:⟦s3ndmail⟧"',
  'password …': 'password ⟦m5mtpPw⟧',
  'Okta: SSWS …': 'Okta: SSWS ⟦{a42}⟧',
  'opsgenie: GenieKey …': 'opsgenie: GenieKey ⟦9f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0⟧',
  'Adyen: …': 'Adyen: ⟦AQE{b90}==-{b43}=-3wAkV)*$kP%b⟧',
  'braintree: access_token$production$abc123def456ghi7$…':
    'braintree: access_token$production$abc123def456ghi7$⟦{h32}⟧',
  'Mollie: …': 'Mollie: ⟦live_{a30}⟧',
  'Firebase FCM: AAAA{w7}:…': 'Firebase FCM: AAAA{w7}:⟦APA91b{w134}⟧',
  'Pushover token …': 'Pushover token ⟦{a30}⟧',
  'Mattermost webhook https://mm.example.com/hooks/…':
    'Mattermost webhook https://mm.example.com/hooks/⟦{l26}⟧',
  'confluence PAT: …': 'confluence PAT: ⟦ODM3NDY1OTIwMTgzOi{b26}⟧',
};
