import {suggestSystem} from '../discovery/suggest-system.ts';
import {Problem} from '../problem.ts';
import {listHandoffs} from '../store/list-handoffs.ts';
import {readWorkspace} from './read-workspace.ts';

/** A name that is offered, and where it stands. */
export interface NameOffer {
  readonly value: string;
  readonly detail: string;
}

/** What a new handoff may be called. */
export interface SuggestedNames {
  readonly customer: readonly NameOffer[];
  readonly system: readonly NameOffer[];
}

/** The customers of the handoffs there are, those of the same workspace first, then the latest. */
async function customers(home: string, workspace: string | undefined): Promise<NameOffer[]> {
  const {handoffs} = await listHandoffs(home);
  const sorted = handoffs.toSorted(
    (a, b) =>
      Number(b.workspace === workspace) - Number(a.workspace === workspace) ||
      (a.updatedAt < b.updatedAt ? 1 : -1),
  );
  return [...Map.groupBy(sorted, ({customer}) => customer)].map(([value, [latest]]) => ({
    value,
    detail: `as of ${latest?.system ?? ''}`,
  }));
}

/** The folder that is meant by what was typed; nothing where there is none. */
function folderOf(text: string): string | undefined {
  try {
    return readWorkspace(text);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Names that are offered for a handoff of a workspace: nobody has to type what stands somewhere. */
export async function suggestNames(home: string, workspace: string): Promise<SuggestedNames> {
  const folder = folderOf(workspace);
  const systems = folder === undefined ? [] : await suggestSystem(folder);
  return {
    customer: await customers(home, folder),
    system: systems.map(({text, source}) => ({value: text, detail: source})),
  };
}
