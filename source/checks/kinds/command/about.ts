import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Runs a command and looks at its exit code, its output and how long it took.',
  proves:
    'that the command ran here, or behind `on`, and ended and printed as expected. It is how anything that has a program is asked: a database, Kubernetes, a queue.',
  subjects: {
    exit: 'The exit code; 128 and the number where a signal ended it.',
    stdout: 'What it printed.',
    stderr: 'What it printed as errors.',
    json: 'Places in what it printed, by JSON path.',
    duration: 'How long it took.',
  },
  example: `checks:
  - name: No migration is waiting
    command: ./pending-migrations --json
    expect:
      json: {$.pending: {length: 0}}
    warn:
      duration: {below: 1m}
`,
};
