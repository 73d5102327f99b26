import type {Audience} from '../../playbook/playbook.ts';

const journal: Readonly<Record<Audience, string>> = {
  internal: `data/journal.json  every change in order, with the team's own notes: not for the customer
`,
  customer: '',
};

/** What somebody who finds the archive in five years has to know. */
export function readme(audience: Audience): string {
  return `This folder is a bag (BagIt, RFC 8493): files with a list of their hashes.

data/documents     the documents of the handoff: customer/ and, for the own team, internal/
data/checks        the checks that were run
data/evidence      what checks and runbooks showed, each file named by its SHA-256
${journal[audience]}
To see whether all of it is as it was, run this in this folder:

    sha256sum -c manifest-sha256.txt

or, which also finds files that were added and checks a signature:

    handoff-wizard verify FILE.zip

The hashes prove that nothing has changed since the archive was made. They do not prove who made
it: that is what a signature is for, if there is one beside tagmanifest-sha256.txt.
`;
}
