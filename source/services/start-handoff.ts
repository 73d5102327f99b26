import type {Handoff} from '../handoff/model/handoff.ts';
import {startLike} from '../handoff/offers/start-like.ts';
import {createHandoff} from '../store/create-handoff.ts';
import {readSnapshot} from '../store/snapshot.ts';
import {builtInName} from './playbooks/found-playbook.ts';
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

/** @throws {FieldProblem} where there is no such handoff, or it cannot be read. */
function readLike(home: string, id: string): Handoff {
  try {
    return readSnapshot(home, id).handoff;
  } catch (error) {
    throw atField('like', error);
  }
}

/** What says which playbook is meant; nothing for the usual one of the workspace. */
function playbookTexts(
  {playbook}: NewHandoffFields,
  other: Handoff | undefined,
): readonly string[] {
  if (playbook.some((text) => text.trim() !== '') || !other) return playbook;
  return other.playbookFiles?.map(({path}) => path) ?? [other.playbookSource ?? builtInName];
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
  const other = fields.like === undefined ? undefined : readLike(home, fields.like);
  const customer = oneLine(fields.customer || (other?.customer ?? ''));
  const system = oneLine(fields.system);
  if (!customer) throw new FieldProblem('customer', 'The customer needs a name.');
  if (!system) throw new FieldProblem('system', 'The system needs a name.');
  const workspace = readWorkspace(fields.workspace);
  const {
    playbook,
    asWritten: _,
    because,
    ...source
  } = await readPlaybook(home, workspace, playbookTexts(fields, other)).catch((error: unknown) => {
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
    (begun) => [
      ...(other ? startLike(begun, other, new Date().toISOString()) : []),
      ...(size === undefined ? [] : [{type: 'handoff/sized', size} as const]),
    ],
  );
  return {id, ...(because === undefined ? {} : {because})};
}
