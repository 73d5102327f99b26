import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks at the room left on the file system that holds a path, counted as df does.',
  proves: 'that there is room now. Whether it lasts is a matter of how fast it fills.',
  subjects: {
    free: 'Room that anybody may use.',
    free_percent: 'The same as a part of what is used and free.',
    used_percent: 'What is used, as df shows it.',
    inodes_free: 'How many more files there may be.',
    inodes_free_percent: 'The same as a part of all.',
  },
  example: `vars:
  data: /var/lib/pay
checks:
  - name: Data volume has room
    disk: \${data}
    expect: {free_percent: {at_least: 5}}
    warn: {used_percent: {below: 80}}
`,
};
