import type {About} from '../kind-about.ts';

export const about: About = {
  does: "Asks the host's service manager: systemd, OpenRC, launchd or init scripts.",
  proves:
    'that the service runs, and with `enabled` that it comes back after a restart of the host.',
  subjects: {
    running: 'Whether it runs now.',
    enabled: 'Whether it starts with the host.',
    state: "Its state in the manager's own words.",
  },
  example: `checks:
  - name: Service runs and comes back
    service: pay
    expect: {running: true, enabled: true}
`,
};
