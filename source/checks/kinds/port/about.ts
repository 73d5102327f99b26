import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks what listens on a port of the host, without connecting to it.',
  proves:
    'that something listens there, from where it can be reached, and which program it is. Whether it answers, and whether a firewall lets others in, is for tcp and http to say.',
  subjects: {
    listening:
      'Whether anything listens on it. Where a firewall rule alone passes it on, as to a container, nothing does.',
    address: 'The addresses on which it listens; 0.0.0.0 and :: are all of IPv4 and all of IPv6.',
    scope: 'From where it can be reached: any, specific (some address of the host) or loopback.',
    program: 'The programs that hold it. Unknown where this user may not see them.',
    user: 'The users whose it is.',
  },
  example: `vars:
  database: 5432
checks:
  - name: The database is open to its own host alone
    port: \${database}
    expect: {scope: loopback}
`,
};
