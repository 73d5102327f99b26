import type {ProvableItems} from '../../checks/lint/unknown-proofs.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {allItems} from '../../playbook/walk.ts';

/** What checks may prove: the items of the handoff's playbook, without one those of the built-in. */
export async function provableItems(
  handoff: Pick<Handoff, 'playbook'> | undefined,
): Promise<ProvableItems> {
  if (handoff) return {ids: allItems(handoff.playbook).map(({item}) => item.id), isBuiltIn: false};
  const {loadPlaybook} = await import('../../playbook/load.ts');
  const {builtInPlaybookPath} = await import('../../playbook/templates-folder.ts');
  const playbook = await loadPlaybook(builtInPlaybookPath());
  return {ids: allItems(playbook).map(({item}) => item.id), isBuiltIn: true};
}
