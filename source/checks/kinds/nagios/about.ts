import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Runs a monitoring plugin and takes its word: exit code, first line, performance data.',
  proves: 'what the plugin says. WARNING warns, CRITICAL fails, UNKNOWN is unknown.',
  subjects: {
    status: 'OK, WARNING, CRITICAL or UNKNOWN.',
    metrics: 'Numbers of its performance data, by label.',
    text: 'All that it printed.',
    duration: 'How long it took.',
  },
  example: `checks:
  - name: Queue is short
    nagios: ./check_queue -w 100 -c 1000
    expect: {metrics: {waiting: {below: 500}}}
`,
};
