import {expect, it} from 'vitest';
import type {Discovery} from '../../../source/discovery/discovered.ts';
import {discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const nginx = {
  'nginx/nginx.conf': `user www-data;
http {
  access_log /var/log/nginx/access.log combined;
  include /etc/nginx/conf.d/*.conf;
  # include /etc/nginx/old/*.conf;
  include sites-enabled/*;
}
`,
  'nginx/conf.d/upstream.conf':
    'upstream api { server 10.0.0.5:8080; server 10.0.0.6:8080 backup; }\n',
  'nginx/sites-enabled/shop': `server {
  listen 80;
  listen [::]:80;
  return 301 https://$host$request_uri;
}
server {
  listen 443 ssl http2;
  server_name shop.example www.shop.example;
  ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/shop.example/privkey.pem;
  error_log /var/log/nginx/shop.error.log warn;
  location / { proxy_pass http://api/; }
  location ~ \\.php$ { fastcgi_pass unix:/run/php/php.sock; }
  location /live { proxy_pass http://127.0.0.1:3000; add_header X "a;b {#"; }
  # location /old { proxy_pass http://10.9.9.9:1; }
}
`,
  'nginx/sites-available/other': 'server { listen 8081; }\n',
  'nginx/old/gone.conf': 'server { listen 8082; }\n',
};

function filesOf(found: Discovery, register: 'contracts' | 'monitoring') {
  return Object.keys(rowsOf(found, register));
}

// Counted by hand: 2 ports, 3 upstreams, 1 certificate, 2 logs, 2 files that nobody reads.
it('finds what nginx listens on and passes on to, by what is included and nothing else', async () => {
  const found = await discoverIn(nginx);
  expect(found.problems).toEqual([]);
  expect(flowsOf(found)).toEqual([
    'whoever reaches the host > nginx at 80, TCP',
    'whoever reaches the host > nginx at 443, TCP',
    'nginx > 10.0.0.5 at 8080, TCP',
    'nginx > 10.0.0.6 at 8080, TCP',
    'nginx > 127.0.0.1 at 3000, TCP',
  ]);
  expect(Object.keys(rowsOf(found, 'dependencies'))).toEqual(['10.0.0.5', '10.0.0.6']);
  expect(filesOf(found, 'contracts')).toEqual([
    'Certificate /etc/letsencrypt/live/shop.example/fullchain.pem',
  ]);
  expect(filesOf(found, 'monitoring')).toEqual([
    'Log /var/log/nginx/shop.error.log of nginx',
    'Log /var/log/nginx/access.log of nginx',
  ]);
  expect(found.left).toEqual([
    {file: 'nginx/old/gone.conf', why: 'nginx/nginx.conf does not include it'},
    {file: 'nginx/sites-available/other', why: 'nginx/nginx.conf does not include it'},
  ]);
});

it('takes a proxy in a container for what compose says of it', async () => {
  const found = await discoverIn({
    ...nginx,
    'compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80:80"]\n',
  });
  expect(Object.keys(rowsOf(found, 'components'))).toEqual(['web']);
  expect(flowsOf(found).filter((flow) => flow.startsWith('whoever'))).toEqual([
    'whoever reaches the host > web at 80, TCP',
  ]);
});

it('tells a block that is not closed, and reads the rest', async () => {
  const found = await discoverIn({'nginx.conf': 'http {\n  server {\n    listen 8080;\n'});
  expect(found.problems.map(({line}) => line)).toEqual([1, 2]);
  expect(flowsOf(found)).toEqual(['whoever reaches the host > nginx at 8080, TCP']);
});

it.each([
  [
    'HAProxy',
    'haproxy/haproxy.cfg',
    `frontend web
  bind *:80
  bind :443 ssl crt /etc/haproxy/shop.pem alpn h2
  # bind :9999
  default_backend api
backend api
  server api1 10.0.0.5:8080 check
  server api2 api2.shop.example:8080 check backup
`,
    ['80', '443'],
    ['10.0.0.5:8080', 'api2.shop.example:8080'],
    ['/etc/haproxy/shop.pem'],
  ],
  [
    'Caddy',
    'Caddyfile',
    `{
  email ops@shop.example
}
(common) {
  encode gzip
}
shop.example, www.shop.example {
  import common
  tls /etc/caddy/shop.pem /etc/caddy/shop.key
  reverse_proxy /api/* 10.0.0.5:8080 10.0.0.6:8080
  # reverse_proxy 10.9.9.9:1
  log {
    output file /var/log/caddy/shop.log
  }
}
:8081 {
  respond "fine"
}
`,
    ['443', '8081'],
    ['10.0.0.5:8080', '10.0.0.6:8080'],
    ['/etc/caddy/shop.pem'],
  ],
  [
    'Apache',
    'apache2/sites-enabled/shop.conf',
    `Listen 8443
<VirtualHost *:8443>
  ServerName shop.example
  SSLCertificateFile "/etc/ssl/shop.pem"
  ErrorLog \${APACHE_LOG_DIR}/shop.log
  ProxyPass /api http://10.0.0.5:8080/api
  # ProxyPass /old http://10.9.9.9:1/
</VirtualHost>
`,
    ['8443'],
    ['10.0.0.5:8080'],
    ['/etc/ssl/shop.pem'],
  ],
])(
  'finds ports, upstreams and certificates of %s',
  async (_, file, text, ports, to, certificates) => {
    const found = await discoverIn({[file]: text, 'apache2/sites-available/x.conf': 'Listen 9\n'});
    expect(found.problems).toEqual([]);
    const flows = flowsOf(found);
    expect(flows.flatMap((flow) => /^whoever.* at (\d+),/.exec(flow)?.[1] ?? [])).toEqual(ports);
    expect(
      flows.flatMap(
        (flow) => /^(?!whoever).* > (\S+) at (\d+),/.exec(flow)?.slice(1).join(':') ?? [],
      ),
    ).toEqual(to);
    expect(filesOf(found, 'contracts')).toEqual(certificates.map((one) => `Certificate ${one}`));
    expect(found.left.map(({why}) => why)).toEqual(['it is not enabled']);
  },
);

it('reads what nginx.conf includes beside it, and takes no conf.d of another program', async () => {
  const found = await discoverIn({
    'nginx.conf': 'http { include conf.d/*.conf; include own/tls.inc; }\n',
    'conf.d/site.conf': 'server { listen 8080; }\n',
    'conf.d/.hidden.conf': 'server { listen 8081; }\n',
    'own/tls.inc': 'ssl_certificate /etc/ssl/shop.pem;\n',
  });
  expect(flowsOf(found)).toEqual(['whoever reaches the host > nginx at 8080, TCP']);
  expect(filesOf(found, 'contracts')).toEqual(['Certificate /etc/ssl/shop.pem']);
  const other = await discoverIn({'php/conf.d/www.conf': '[www]\nlisten = 9000\n'});
  expect(other.drafts).toEqual([]);
  expect(other.problems).toEqual([]);
});
