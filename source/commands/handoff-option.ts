import type {Command} from 'commander';

export const handoffWords =
  'which handoff (default: HANDOFF_WIZARD_HANDOFF, the one of this folder, the one worked on last)';

/**
 * What a command does with the handoff that is meant: it writes or runs something, only reads, or
 * opens the wizard, which says on its first line whose it is.
 */
export type Use = 'acts' | 'reads' | 'opens';

const uses = new WeakMap<Command, Use>();

/** A command on a handoff, with the option that names it. */
export function onHandoff(command: Command, use: Use): Command {
  uses.set(command, use);
  return command.option('--handoff <id>', handoffWords);
}

const paged = new WeakSet<Command>();

/** A command without a handoff that only prints, so that its answer may go through a pager. */
export function onlyPrints(command: Command): Command {
  paged.add(command);
  return command;
}

/** Whether the answer of a command may go through a pager: it asks nothing, and shows nothing that moves. */
export function isPaged(command: Command): boolean {
  return paged.has(command) || uses.get(command) === 'reads';
}

/** What a command does with a handoff; nothing where it has none. */
export function useOf(command: Command): Use | undefined {
  return uses.get(command);
}
