import type {Command} from 'commander';

/**
 * What a subcommand was given, before or after its own name: an option that its parent has too goes
 * to the parent.
 */
export function givenOptions<Options>(options: Options, command: Command): Options {
  return {...command.parent?.opts<Partial<Options>>(), ...options};
}
