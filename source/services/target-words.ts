import {Problem} from '../problem.ts';
import {oneLine} from './one-line.ts';

/** What tells a person which handoff it is. */
export interface Candidate {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  readonly workspace: string;
  readonly updatedAt: string;
}

/** A handoff in a line, fit for a terminal. */
export function candidateLine({
  id,
  customer,
  system,
}: Pick<Candidate, 'id' | 'customer' | 'system'>): string {
  return `${oneLine(`${customer} · ${system}`)} (${id})`;
}

/** Why a command that acts refuses another handoff than those of the folder it was called in. */
export function refusedElsewhere(id: string, here: readonly Candidate[]): Problem {
  const [own] = here;
  const names = here.map(candidateLine).join(', ');
  return new Problem(
    `This folder belongs to ${names}, and ${id} is another handoff. Nothing was done.`,
    `If ${id} is meant, say so: --handoff ${id}. For this folder it is --handoff ${own?.id ?? 'ID'}.`,
  );
}
