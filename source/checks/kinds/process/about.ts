import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks for running processes by name, command line or user.',
  proves: 'that it runs now. That it works is for another kind to say.',
  subjects: {
    running: 'Whether there is any.',
    count: 'How many there are.',
    age: 'How long the oldest has been running.',
    memory: 'Memory of all of them together.',
    user: 'The users they run as.',
  },
  example: `checks:
  - name: A worker runs
    process: {pattern: /pay-worker --queue/}
    expect: {count: {at_least: 1}, memory: {below: 2 GiB}}
`,
};
