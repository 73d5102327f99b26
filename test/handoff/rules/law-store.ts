import path from 'node:path';
import {builtInPlaybook, playbookWithoutGates} from '../../fixtures/built-in-playbook.ts';
import type {Action, Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {makeStoreHome} from '../../harness/store-home.ts';

/** The engineer of every handoff here. */
export const engineer = 'Jordan Ruiz';

export interface LawStore extends AsyncDisposable {
  readonly handoff: () => Handoff;
  readonly journal: () => readonly Action[];
  readonly append: (...changes: readonly Change[]) => Promise<void>;
  /** Takes back the newest action. */
  readonly undo: (reason?: string) => Promise<void>;
  readonly actions: () => number;
}

/** A handoff of the built-in playbook, with its gates or without. */
export async function makeLawStore({
  hasGates = false,
  clock,
}: {hasGates?: boolean; clock?: () => string} = {}): Promise<LawStore> {
  const folder = makeStoreHome();
  const home = path.join(folder.path, 'store');
  const id = await createHandoff(home, engineer, {
    customer: 'Apex',
    system: 'Payments',
    workspace: '/srv/payments',
    timeZone: 'UTC',
    playbook: hasGates ? builtInPlaybook : playbookWithoutGates,
    playbookSource: 'built-in',
  });
  const snapshot = () => readSnapshot(home, id);
  return {
    handoff: () => snapshot().handoff,
    journal: () => snapshot().journal,
    actions: () => snapshot().journal.length,
    async append(...changes) {
      await appendChanges({home, id, actor: engineer, decide: () => changes, clock});
    },
    async undo(reason) {
      const action = snapshot().journal.at(-1)?.id ?? '';
      const undone = {type: 'undone', action, ...(reason === undefined ? {} : {reason})} as const;
      await appendChanges({home, id, actor: engineer, decide: () => [undone]});
    },
    [Symbol.asyncDispose]: folder.remove,
  };
}

/** A day so many days from today. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
