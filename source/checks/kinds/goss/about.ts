import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Has goss judge a gossfile, and takes each property as a finding.',
  proves: 'that the host is as the gossfile says, judged by goss itself.',
  subjects: {
    properties: 'met: each that was looked at is as wanted. seen: none was skipped.',
    failed: 'How many are not as wanted.',
    skipped: 'How many were skipped.',
    duration: 'How long goss took.',
  },
  example: `checks:
  - name: The host is as it should be
    goss: ./goss.yaml
`,
};
