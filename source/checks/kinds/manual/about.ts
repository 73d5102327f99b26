import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'A person says whether it is so. Nothing is run.',
  proves:
    'that a named person said so, at that time. The word is kept with the run and no document shows it as measured.',
  subjects: {
    attested: 'Whether a person said that it is so.',
  },
  example: `checks:
  - name: Night shift can escalate
    manual:
      question: Does the night shift have the escalation number?
      valid_for: 30d
`,
};
