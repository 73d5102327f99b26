import {keys} from '../harness/keys.ts';
import type {Wizard} from '../harness/wizard.tsx';

/** Opens the editor of the first text of the first text step, from the first step. */
export async function openFirstText(wizard: Wizard): Promise<void> {
  await wizard.waitFor('❯ ○ Validate every success criterion');
  wizard.write(keys.right);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write('w');
  await wizard.waitFor('Write in Markdown.');
}

/** Leaves the editor and resolves once its text is in the journal. */
export async function finishWriting(wizard: Wizard): Promise<void> {
  wizard.write(keys.escape);
  await wizard.waitFor('Written: Architecture overview');
}

/** Where the step begins at the right of the rail, in a terminal of 80 columns. */
const besideRail = 24;

/** The rows of the step at the right of the rail, in a terminal of 80 columns. */
export function stepRows(rows: readonly string[]): readonly string[] {
  return rows.slice(2, -3).map((row) => row.slice(besideRail).trim());
}

/** Whether rail, step and keys are all on the screen: the step's own frame, not another one. */
export function hasFrame(rows: readonly string[], step: string): boolean {
  const isTitled = rows[0]?.includes('Apex Banking · Payments API') ?? false;
  const hasRail = rows.some((row) => /^ {3}(?:PREPARATION|SESSION|POST-HANDOFF)/.test(row));
  // The narrow rail cuts a long title.
  const isCurrent = rows.some((row) => new RegExp(`^ ❯ \\S ${step.slice(0, 12)}`).test(row));
  const hasTitle = rows[2]?.slice(besideRail).trim().startsWith(step) ?? false;
  const hasKeys = rows.at(-1)?.endsWith('? all keys') ?? false;
  return isTitled && hasRail && isCurrent && hasTitle && hasKeys;
}

/** Goes from the first step to the one that runs the checks. */
export async function goToChecks(wizard: Wizard): Promise<void> {
  await wizard.waitFor('❯ ○ Validate every success criterion');
  wizard.write(keys.right.repeat(7));
  await wizard.waitFor((rows) => stepRows(rows)[0]?.startsWith('Validation') === true);
}
