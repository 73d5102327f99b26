import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks at a file, a folder or a link, and at what is in a file.',
  proves: 'that it is there with these rights, this age or this content, on this machine.',
  subjects: {
    exists: 'Whether it is there.',
    type: 'What it is: file, directory, symlink and the like.',
    mode: 'Its rights, such as "0640". at_most: no right beyond these. at_least: all of these.',
    owner: 'The user it belongs to, by name or number.',
    group: 'The group it belongs to, by name or number.',
    size: 'How large it is.',
    age: 'How long ago its content last changed.',
    target: 'Where a symbolic link leads; with `follow: false`.',
    content: 'Its text.',
    json: 'Places in it, by JSON path.',
    yaml: 'Places in it, by JSON path, where it is YAML.',
    sha256: 'The SHA-256 of its content, as sha256sum prints it.',
  },
  example: `checks:
  - name: Only its owner reads the configuration
    file: conf/pay.conf
    expect: {mode: {at_most: "0640"}, content: /^tls = on$/m}
  - name: Last backup is fresh and not empty
    file: backups/latest.dump
    expect: {age: {below: 26h}, size: {above: 1 KB}}
`,
};
