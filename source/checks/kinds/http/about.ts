import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Sends a request and looks at the answer.',
  proves:
    'that the address answers from this machine, with the status, headers and body expected, and for https with a certificate that is trusted.',
  subjects: {
    status: 'The status of the answer.',
    latency: 'How long it took until the headers of the answer were here.',
    header: 'Headers by name, in whatever case; null says that there is none.',
    body: 'The text of the answer.',
    json: 'Places in the answer, by JSON path.',
  },
  example: `vars:
  base: https://pay.example.com
checks:
  - name: API is healthy
    http: \${base}/healthz
    expect:
      status: 200
      header: {content-type: {contains: json}}
      json: {$.status: ok}
    warn:
      latency: {below: 10s}
  - name: The order service knows us
    http:
      url: \${base}/healthz
      bearer: \${env.PAY_TOKEN}
      proxy: none
    expect: {status: 200}
    fix: Ask the owner of the service for a token, and set PAY_TOKEN.
`,
};
