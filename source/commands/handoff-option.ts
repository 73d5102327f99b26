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

/** What a command does with a handoff; nothing where it has none. */
export function useOf(command: Command): Use | undefined {
  return uses.get(command);
}
