import {createHandoff} from '../store/create-handoff.ts';
import {atField, FieldProblem, type NewHandoffFields} from './new-handoff-fields.ts';
import {unticked} from '../playbook/unticked.ts';
import type {Context} from './context.ts';
import {oneLine} from './one-line.ts';
import {readWorkspace} from './read-workspace.ts';
import {readPlaybook} from './playbooks/read-playbook.ts';

/** A handoff that was started. */
export interface Started {
  readonly id: string;
  /** Why it has the playbook that it has, in words, where nobody has named one. */
  readonly because?: string;
}

/**
 * Checks the fields and starts the handoff.
 *
 * @throws {FieldProblem} naming the first field that is wrong, with nothing written.
 */
export async function startHandoff(
  {home, actor}: Context,
  fields: NewHandoffFields,
): Promise<Started> {
  const customer = oneLine(fields.customer);
  const system = oneLine(fields.system);
  if (!customer) throw new FieldProblem('customer', 'The customer needs a name.');
  if (!system) throw new FieldProblem('system', 'The system needs a name.');
  const workspace = readWorkspace(fields.workspace);
  const {
    playbook,
    asWritten: _,
    because,
    ...source
  } = await readPlaybook(home, workspace, fields.playbook).catch((error: unknown) => {
    throw atField('playbook', error);
  });
  const {size} = fields;
  const id = await createHandoff(
    home,
    actor,
    {
      customer,
      system,
      workspace,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      playbook: fields.isUnticked ? unticked(playbook) : playbook,
      ...source,
    },
    size === undefined ? [] : [{type: 'handoff/sized', size}],
  );
  return {id, ...(because === undefined ? {} : {because})};
}
