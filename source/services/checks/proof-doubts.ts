import type {ChecksFile} from '../../checks/checks-file.ts';
import type {LintWarning} from '../../checks/lint/lint-file.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';

/** The checks of a file that are to prove an item which the playbook in use does not have. */
export async function proofDoubts(
  file: ChecksFile,
  handoff: Pick<Handoff, 'playbook'> | undefined,
): Promise<readonly LintWarning[]> {
  if (!file.checks.some(({proves}) => proves !== undefined)) return [];
  const {findUnknownProofs} = await import('../../checks/lint/lint-file.ts');
  const {provableItems} = await import('./provable-items.ts');
  return findUnknownProofs(file, await provableItems(handoff));
}
