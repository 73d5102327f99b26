import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks for lines in a file or in what a command prints.',
  proves:
    'that no such line, or that such a line, was written in that time. A part that could not be read is never taken for one without such lines.',
  subjects: {
    forbid: 'Patterns or texts of which no line may have any.',
    require: 'Patterns or texts of which each has to be in some line.',
    matches: 'How many lines have it: {pattern: /…/, count: {below: 5}}.',
  },
  example: `checks:
  - name: No errors in the last day
    log: {path: logs/pay.log, since: 24h}
    expect: {forbid: [/\\bERROR\\b/, /\\bFATAL\\b/]}
    warn: {matches: {pattern: /\\bWARN\\b/, count: {below: 20}}}
`,
};
