import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks at the certificate that a server shows, or at one in a file. Once TLS has begun, nothing is sent.',
  proves:
    'that the certificate which clients get is for this name, is trusted, and has the days left that you ask for.',
  subjects: {
    valid: 'Whether it is trusted, for this name, and neither too old nor too young.',
    days_left: 'Days until it ends; below 0 when it has.',
    expires: 'When it ends, such as 2027-01-31T12:00:00Z.',
    name_matches: 'Whether it is for the name that was asked for. Unknown where none was.',
    trusted: 'Whether it leads to an authority that is trusted here.',
    protocol: 'The version of TLS that both sides agreed on. Unknown of a file.',
    subject: 'Whose it is.',
    issuer: 'Who issued it.',
    names: 'All names and addresses it is for.',
  },
  example: `vars:
  host: pay.example.com
  port: 443
checks:
  - name: Certificate has time left
    tls: {host: "\${host}", port: "\${port}", ca: internal-ca.pem}
    expect: {valid: true, days_left: {at_least: 14}}
    warn: {days_left: {at_least: 30}}
`,
};
