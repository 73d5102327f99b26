import {optional, required, type Register} from './field.ts';

/** What runs, how it is set, and what it hangs on. */
export const deployed = {
  components: {
    title: 'Components',
    one: 'component',
    part: 'deployed',
    fields: [
      required('name', 'Component', 'Such as Orders service.'),
      required('version', 'Version', 'The exact version that runs, such as 2.4.1.'),
      required('place', 'Runs on', 'Host, cluster or service, such as shop-1, port 8080.', {
        holds: 'place',
      }),
      optional('purpose', 'Purpose', 'What it is for, in a sentence.'),
      optional('calls', 'Calls', 'Components and systems it calls, separated by commas.'),
    ],
  },
  settings: {
    title: 'Settings',
    one: 'setting',
    part: 'deployed',
    fields: [
      required('name', 'Setting', 'Its name as in the configuration.'),
      required('value', 'Value', 'Its value here. Name the place of a secret, never the secret.'),
      optional('usual', 'Default', 'What it is when nobody sets it.'),
      optional('why', 'Why', 'Why it is not the default here.'),
      required('source', 'Source of truth', 'The file, repository or system that decides it.', {
        holds: 'source',
      }),
    ],
  },
  dependencies: {
    title: 'Dependencies',
    one: 'dependency',
    part: 'deployed',
    fields: [
      required('name', 'Depends on', 'The other system, such as card payments.'),
      required('direction', 'Direction', 'Who calls whom.', {
        choices: ['we call it', 'it calls us', 'both'],
      }),
      required('failure', 'When it fails', 'What users and operators then see.'),
      optional('purpose', 'Purpose', 'What it is used for.'),
      optional('contact', 'Contact', 'Who answers for it.', {holds: 'person'}),
    ],
  },
  access: {
    title: 'Access',
    one: 'access',
    part: 'access',
    fields: [
      required('name', 'Role or account', 'Such as operator, or the emergency account.'),
      required('use', 'Allows', 'What one can do with it.'),
      required('grant', 'How to get it', 'Who grants it, and how.', {holds: 'person'}),
      required('secret', 'Where its secret is', 'The vault and path, never the secret itself.', {
        holds: 'vault',
      }),
      optional('ends', 'Vendor access ends', 'The day on which your own access ends.', {
        kind: 'date',
        expires: {kind: 'access', text: 'Vendor access ends: {name}'},
      }),
    ],
  },
  flows: {
    title: 'Network flows',
    one: 'flow',
    part: 'deployed',
    fields: [
      required('from', 'From', 'Where the connection starts.'),
      required('to', 'To', 'Where it ends, with the DNS name.'),
      required('port', 'Port', 'Port and protocol, such as 443, HTTPS.'),
      optional('purpose', 'Purpose', 'What goes over it.'),
      optional('certificate', 'Certificate ends', 'The day on which its certificate expires.', {
        kind: 'date',
        expires: {kind: 'certificate', text: 'Certificate expires: {to}'},
      }),
    ],
  },
} as const satisfies Record<string, Register>;
