import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Connects to a port, and reads what the other side says.',
  proves:
    'that something listens there and can be reached from this machine; with `banner` also that it is the right thing.',
  subjects: {
    connect: 'Whether the connection came about.',
    banner: 'What came first, or in answer to `send`.',
    latency: 'How long connecting took.',
  },
  example: `vars:
  cache: 10.0.0.5
  cache_port: 6379
checks:
  - name: Cache answers
    tcp: {host: "\${cache}", port: "\${cache_port}", send: "PING\\r\\n"}
    expect: {banner: /^\\+PONG/}
`,
};
