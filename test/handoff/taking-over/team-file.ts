import {nextPlaybook} from '../../../source/handoff/taking-over/next-playbook.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {parsePlaybook} from '../../../source/playbook/parse.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {readSnapshot, type Snapshot} from '../../../source/store/snapshot.ts';
import {makeStoreHome} from '../../harness/store-home.ts';

/** A checklist as a team keeps it. */
export const firstFile = `# Go live

## Preparation

### Servers

- [ ] Order the two machines
- [ ] Close the ports to the outside
- [ ] Tell the help desk

### Data

- [ ] Copy the customer table
- [ ] Compare the row counts
`;

/** The same with one new, one reworded, one gone and one moved. */
export const secondFile = `# Go live

## Preparation

### Servers

- [ ] Order the two machines
- [ ] Close all ports to the outside
- [ ] Copy the customer table

### Data

- [ ] Compare the row counts
- [ ] Keep a dump for seven years
`;

const file = '/srv/team/go-live.md';

/** A handoff by a team's file, in a store of its own. */
export interface TeamHandoff extends AsyncDisposable {
  readonly home: string;
  readonly id: string;
  readonly snapshot: () => Snapshot;
  readonly append: (...changes: readonly Change[]) => Promise<Snapshot>;
  /** Takes over what the file says now. */
  readonly takeOver: (text: string) => Promise<Snapshot>;
}

/** What takes a text over into a handoff. */
export function takingOver(handoff: Handoff, text: string): Change {
  return {
    type: 'playbook/taken-over',
    playbook: nextPlaybook(handoff, parsePlaybook(text, file)).playbook,
    playbookSource: file,
    playbookFiles: [{path: file, sha256: 'b'.repeat(64)}],
  };
}

export async function makeTeamHandoff(text = firstFile): Promise<TeamHandoff> {
  const {path: home, remove} = makeStoreHome();
  const id = await createHandoff(home, 'Jordan Ruiz', {
    customer: 'Apex Banking',
    system: 'Payments API',
    workspace: '/srv/payments',
    timeZone: 'UTC',
    playbook: parsePlaybook(text, file),
    playbookSource: file,
    playbookFiles: [{path: file, sha256: 'a'.repeat(64)}],
  });
  const snapshot = () => readSnapshot(home, id);
  const append = async (...changes: readonly Change[]) =>
    (await appendChanges({home, id, actor: 'Jordan Ruiz', decide: () => changes})).snapshot;
  return {
    home,
    id,
    snapshot,
    append,
    takeOver: (next) => append(takingOver(snapshot().handoff, next)),
    [Symbol.asyncDispose]: remove,
  };
}
