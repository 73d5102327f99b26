import path from 'node:path';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {lastUndoable} from '../../../source/handoff/changes/undo.ts';
import {playbookWithoutGates} from '../../fixtures/built-in-playbook.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {makeStoreHome} from '../../harness/store-home.ts';

/** A handoff to which several people add. */
export interface PeopleStore extends AsyncDisposable {
  readonly handoff: () => Handoff;
  readonly by: (actor: string, ...changes: readonly Change[]) => Promise<void>;
  /** Takes back the actor's last action. */
  readonly undoBy: (actor: string, action?: string) => Promise<void>;
  readonly lastId: () => string;
}

/** A handoff without gates that `engineer` has started. */
export async function makePeopleStore(engineer = 'Jordan Ruiz'): Promise<PeopleStore> {
  const folder = makeStoreHome();
  const home = path.join(folder.path, 'store');
  const id = await createHandoff(home, engineer, {
    customer: 'Apex',
    system: 'Payments',
    workspace: '/srv/payments',
    timeZone: 'UTC',
    playbook: playbookWithoutGates,
    playbookSource: 'built-in',
  });
  return {
    handoff: () => readSnapshot(home, id).handoff,
    async by(actor, ...changes) {
      await appendChanges({home, id, actor, decide: () => changes});
    },
    async undoBy(actor, action) {
      await appendChanges({
        home,
        id,
        actor,
        decide({journal}) {
          const target = action ?? lastUndoable(journal, actor)?.id;
          return target === undefined ? [] : [{type: 'undone', action: target}];
        },
      });
    },
    lastId: () => readSnapshot(home, id).journal.at(-1)?.id ?? '',
    [Symbol.asyncDispose]: folder.remove,
  };
}

export function attendee(name: string, side: string, role: string, email = ''): Change {
  return {
    type: 'record/added',
    register: 'attendees',
    item: 'attendees',
    fields: {name, side, role, email, consent: 'yes'},
  };
}

export function note(text: string): Change {
  return {type: 'item/noted', item: 'network', note: text};
}

export function performs(performer: string, observer = 'Jordan Ruiz'): Change {
  return {type: 'demonstration/started', item: 'restart-a-service', performer, observer};
}
