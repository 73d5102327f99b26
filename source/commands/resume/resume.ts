import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {hasTerminal} from '../print.ts';

/** Opens a handoff where it was left. */
export async function resume(
  id: string | undefined,
  {handoff: named}: {readonly handoff?: string},
): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), {id, handoff: named}, 'opens');
  if (!hasTerminal())
    throw new Problem(
      'The wizard needs a terminal for its screens and keys, and this is none.',
      `"handoff-wizard status ${handoff.id}" prints the handoff; "handoff-wizard item" settles items.`,
    );
  return (await import('../wizard/wizard.ts')).wizard(handoff.id);
}
