import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Asks a name server and looks at the answers. The hosts file is not asked.',
  proves: 'that the name leads where it should, as this name server sees it.',
  subjects: {
    resolves: 'Whether there is any such record.',
    answers: 'The records, in no order.',
    count: 'How many records there are.',
    latency: 'How long the answer took.',
  },
  example: `vars:
  server: 10.0.0.2:53
checks:
  - name: Name leads to the load balancer
    dns: {name: pay.example.com, type: A, server: "\${server}"}
    expect: {answers: {contains: 203.0.113.10}}
`,
};
